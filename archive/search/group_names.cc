// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/group_names.h"

#include "archive/base/text.h"

namespace archive {

namespace {

/// The group that an id leads to; `own` is that of the article of this id, or 0.
GroupNumber group_named(std::span<const GroupRecord> groups, std::string_view id, GroupNumber own) {
    if (own != 0 && groups[own].id_text() == id) return own;
    const auto named = group_with_id(groups, id);
    return named != 0 ? named : own;
}

std::string as_kept(std::string_view id) {
    return ascii_lower(trimmed(id));
}

}  // namespace

NamedStory story_named(const Snapshot& snapshot, std::string_view typed) {
    const auto id = as_kept(typed);
    const auto article = snapshot.find(id);
    const auto own = article ? snapshot.link(*article).story : 0;
    const auto stories = snapshot.stories();
    const auto number = group_named(stories, id, own);
    // An article that left the story that its own was merged into is a story by itself again.
    const bool left = article && own == 0 && number != 0 && stories[number].id_text() != id;
    return number != 0 && !left ? NamedStory{number, {}} : NamedStory{0, article};
}

GroupNumber event_named(const Snapshot& snapshot, std::string_view typed) {
    const auto id = as_kept(typed);
    const auto article = snapshot.find(id);
    const auto own = article ? snapshot.link(*article).event : 0;
    return group_named(snapshot.events(), id, own);
}

}  // namespace archive
