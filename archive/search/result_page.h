// SPDX-License-Identifier: GPL-2.0-or-later
// result_page.h - The rows of a list and its totals, in one pass over the matches, or without one.
#pragma once

#include "archive/search/question_matches.h"
#include "archive/search/ranking.h"
#include "archive/search/tally.h"

#include <vector>

namespace archive {

/// The rows of a search up to the last one wanted, and what was counted on the way.
struct ResultPage {
    std::vector<RankedMatch> matches;  ///< best first, those before the offset too
    bool goes_on = false;              ///< there are more rows
    BothCounts total;
};

/// What a row of the request is.
Rows rows_of(const SearchRequest& request);

/// `tally`, made for the request, counts every match; of everything newest first, of which nothing
/// is counted but the total, only the rows are looked at.
ResultPage page_of(const ArchiveFacts& facts, OpenPostings& postings, const SearchRequest& request,
                   const Question& question, Tally& tally, DeadlineWatch& watch);

}  // namespace archive
