// SPDX-License-Identifier: GPL-2.0-or-later
// concordance.h - Every place of a word or phrase with the words around it, one a line.
//
//     …the court heard that the | ferry | had sailed without lights…
//
// By date the articles are read in order and only as far as a page needs. Sorted by the words
// beside, every line is needed before the first can be shown, so a bounded number of articles is
// read and the answer says whether there are more.
#pragma once

#include "archive/search/archive_facts.h"
#include "archive/search/matching.h"
#include "archive/search/search_request.h"
#include "archive/search/search_result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace archive {

enum class LineOrder : std::uint8_t {
    left,   ///< by the words before, the nearest first
    right,  ///< by the words behind
    date,   ///< by day, newest first, or oldest first with Sort::oldest; then as the article goes
};

struct ConcordanceRequest {
    SearchRequest common;      ///< limit, offset and cursor count lines
    std::uint32_t width = 60;  ///< characters on either side, whole words
    LineOrder order = LineOrder::date;
};

/// left, hit and right are one stretch of a paragraph as it stands there.
struct ConcordanceLine {
    ResultRow row;  ///< the article, without marks and snippet
    ZoneKind zone = ZoneKind::body;
    std::string left, hit, right;
};

struct Concordance {
    Receipt receipt;
    BothCounts total;  ///< as a search counts them
    std::vector<ConcordanceLine> lines;
    bool partial = false;     ///< sorted are the lines of the first matches only
    std::string next_cursor;  ///< empty at the end
};

/// Reads at most limits::concordance_articles articles: by date there may be fewer lines than asked
/// for and still a next page. Errors as of Searcher::search().
Result<Concordance> concordance(const ArchiveFacts& facts, OpenPostings& postings,
                                const ConcordanceRequest& request, DeadlineWatch& watch);

}  // namespace archive
