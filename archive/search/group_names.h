// SPDX-License-Identifier: GPL-2.0-or-later
// group_names.h - What the id of a story or an event leads to.
//
// An id goes on leading somewhere: that of a story that was merged leads to what it became, that of
// an article to the story or event the article is in.
#pragma once

#include "archive/index/snapshot.h"

#include <optional>
#include <string_view>

namespace archive {

/// What an id of a story leads to.
struct NamedStory {
    GroupNumber number = 0;         ///< 0: no story of several articles
    std::optional<Location> alone;  ///< the article that is a story by itself
};

/// Ids may be written in capitals. Looks the article of that id up; walks the table of stories only
/// when the story is not that of the article. Throws Failure index_damaged.
NamedStory story_named(const Snapshot& snapshot, std::string_view id);

/// The same for events; 0 when the id leads to none.
GroupNumber event_named(const Snapshot& snapshot, std::string_view id);

}  // namespace archive
