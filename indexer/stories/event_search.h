// SPDX-License-Identifier: GPL-2.0-or-later
// event_search.h - Looks up the reports that may be of one event, and judges them pair by pair.
#pragma once

#include "archive/index/snapshot.h"
#include "indexer/stories/same_event.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace indexer {

/// An article at hand, or one of the last revision.
struct EventPlace {
    std::uint32_t fresh = 0;  ///< its number among those at hand
    std::optional<archive::Location> published;
};

/// Two reports of one event.
struct EventPair {
    std::uint32_t left = 0;  ///< number among those at hand
    EventPlace right;
    EventVerdict verdict;
};

struct EventSearch {
    /// Articles at hand, in order of their first day, undated last.
    const std::vector<EventReport>* reports = nullptr;
    /// The story of each; articles of one story have one number, alone ones one of their own.
    const std::vector<std::uint64_t>* stories = nullptr;
    const archive::Snapshot* last = nullptr;  ///< may be null
    std::function<bool(const archive::Location&)> shown;
    std::function<std::uint64_t(const archive::Location&)> story_of;  ///< of a published article
    std::uint32_t all_stories = 0;  ///< of the archive, those at hand included
    unsigned jobs = 1;              ///< threads, each of which calls `shown` and `story_of`
};

/// All pairs of different stories that are or may be of one event, in no order that means anything.
/// Looked up by the twelve rarest terms of each article.
std::vector<EventPair> event_pairs(const EventSearch& search);

}  // namespace indexer
