// SPDX-License-Identifier: GPL-2.0-or-later
// kindred.h - The other articles of a story or an event, as they are shown beside one of them.
//
// Oldest first, so that a reader sees who had it first: the earliest version, then by day, by the
// time where it was written (a day without one counts from its begin), by when it was added, by id;
// the undated come last. Of a large group limits::kindred_articles are shown, the oldest by day.
#pragma once

#include "archive/base/result.h"
#include "archive/search/deadline.h"
#include "archive/search/matching.h"
#include "archive/search/search_result.h"

#include <string_view>
#include <vector>

namespace archive {

/// The versions of the story that an article is in, itself included, each with what it kept of the
/// first of them. Throws Failure: index_damaged, server_deadline.
std::vector<StoryVersion> versions_beside(const Snapshot& snapshot, const Location& article,
                                          DeadlineWatch& watch);

/// The articles of the event that an article is in, itself included; none without an event.
std::vector<ResultRow> reports_beside(const Snapshot& snapshot, const Location& article,
                                      DeadlineWatch& watch);

/// The story that an id leads to (group_names.h); story_not_found.
Result<StoryView> story_view(OpenPostings& postings, std::string_view id, DeadlineWatch& watch);

}  // namespace archive
