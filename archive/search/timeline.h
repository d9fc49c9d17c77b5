// SPDX-License-Identifier: GPL-2.0-or-later
// timeline.h - Several queries over time, in the same bins, beside the archive itself.
//
//     ferry strike / "harbour tunnel"  by month: 3 of 41 and 12 of 41 articles in June 2024
//
// Each series is the histogram that a search for its query has: the days asked for are left out of
// the bins, so that a chart shows what lies around them, and count in its total.
#pragma once

#include "archive/search/archive_facts.h"
#include "archive/search/matching.h"
#include "archive/search/search_request.h"
#include "archive/search/search_result.h"

#include <string>
#include <vector>

namespace archive {

struct TimelineRequest {
    SearchRequest common;              ///< what every query is asked with; its `q` is not read
    std::vector<std::string> queries;  ///< as typed, in the order they are answered
    BinUnit unit = BinUnit::automatic;
};

/// One query over time.
struct TimelineSeries {
    std::string q;  ///< as typed
    Receipt receipt;
    BothCounts total;                ///< with the days asked for
    BothCounts undated;              ///< without them
    std::vector<HistogramBin> bins;  ///< as many as the archive's, at the same days
};

struct TimelineResult {
    BinUnit unit = BinUnit::month;
    std::vector<TimelineSeries> series;
    std::vector<BothCounts> bins;  ///< of the whole archive, at the days of any series' bins
    BothCounts total, undated;     ///< of the whole archive
    std::vector<DaySpan> gaps;     ///< see gaps_between()
};

/// Errors are those of Searcher::search(), of the first query that has any.
Result<TimelineResult> timeline(const ArchiveFacts& facts, OpenPostings& postings,
                                const TimelineRequest& request, DeadlineWatch& watch);

}  // namespace archive
