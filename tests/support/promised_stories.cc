// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/promised_stories.h"

#include <algorithm>
#include <utility>

namespace tests {

void PromisedStories::advance(const std::vector<Ids>& parts, const Ids& touched,
                              const FirstSeen& first_seen) {
    std::map<std::size_t, std::vector<std::size_t>> kept;  // stories by part
    for (std::size_t number = 0; number < stories_.size(); ++number) {
        auto& story = stories_[number];
        if (story.members.empty()) continue;
        const auto part = heir(story, parts, touched, first_seen);
        if (part)
            kept[*part].push_back(number);
        else
            story.members.clear();
    }
    for (std::size_t at = 0; at < parts.size(); ++at)
        settle(parts[at], kept[at], touched, first_seen);
}

bool PromisedStories::leads(const std::string& id, const Ids& members) const {
    std::set<Ids> merged_into;
    for (const auto& story : stories_) {
        if (story.id != id) continue;
        if (!story.members.empty()) return story.members == members;
        const auto* end = &story;
        while (end->into) end = &stories_[*end->into];
        if (!end->members.empty()) merged_into.insert(end->members);
    }
    return merged_into.empty() ? members.empty() : merged_into.contains(members);
}

std::string PromisedStories::id(const Ids& members) const {
    for (const auto& story : stories_) {
        if (story.members == members) return story.id;
    }
    return members.size() == 1 ? *members.begin() : "";
}

Ids PromisedStories::ids() const {
    Ids ids;
    for (const auto& story : stories_) ids.insert(story.id);
    return ids;
}

/// The part that keeps the id of a story: the one with the member it was named after; else the one
/// with the member seen first of those left.
std::optional<std::size_t> PromisedStories::heir(const Story& story, const std::vector<Ids>& parts,
                                                 const Ids& touched, const FirstSeen& first_seen) {
    std::optional<std::size_t> heir;
    std::int64_t oldest = 0;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (parts[at].contains(story.id) && story.members.contains(story.id)) return at;
        for (const auto& id : story.members) {
            if (touched.contains(id) || !parts[at].contains(id)) continue;
            const auto seen = first_seen.at(id);
            if (heir && oldest < seen) continue;
            heir = at;
            oldest = seen;
        }
    }
    return heir;
}

/// Whether a story that went on without its article has the name of it.
bool PromisedStories::named_already(const std::string& id) const {
    return std::any_of(stories_.begin(), stories_.end(), [&](const Story& story) {
        return story.id == id && !story.members.empty();
    });
}

/// Whether an article comes with all others of a story it was in.
bool PromisedStories::in_whole_story(const std::string& id, const std::vector<std::size_t>& kept,
                                     const Ids& touched) const {
    return std::any_of(kept.begin(), kept.end(), [&](std::size_t number) {
        const auto& members = stories_[number].members;
        return members.contains(id)
               && std::none_of(members.begin(), members.end(),
                               [&](const auto& member) { return touched.contains(member); });
    });
}

void PromisedStories::settle(const Ids& part, const std::vector<std::size_t>& kept,
                             const Ids& touched, const FirstSeen& first_seen) {
    if (kept.empty() && part.size() == 1) return;
    std::optional<std::size_t> oldest;
    for (const auto number : kept) {
        if (!oldest || stories_[number].since < stories_[*oldest].since) oldest = number;
    }
    std::optional<std::pair<bool, std::int64_t>> best;
    if (oldest) best.emplace(false, stories_[*oldest].since);
    std::optional<Story> fresh;
    for (const auto& id : part) {
        const std::pair rank(named_already(id), first_seen.at(id));
        if (in_whole_story(id, kept, touched) || (best && *best <= rank)) continue;
        best = rank;
        fresh = Story{id, rank.second, {}, {}};
    }
    if (fresh) {
        oldest = stories_.size();
        stories_.push_back(*fresh);
    }
    for (const auto number : kept) {
        if (number == *oldest) continue;
        stories_[number].into = oldest;
        stories_[number].members.clear();
    }
    stories_[*oldest].members = part;
}

}  // namespace tests
