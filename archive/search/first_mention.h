// SPDX-License-Identifier: GPL-2.0-or-later
// first_mention.h - The debut of a word, phrase or name: the earliest article that has it.
//
// Only a stated date makes a debut: an inferred one may have been inferred from later reports. What
// may be earlier all the same is counted beside it.
#pragma once

#include "archive/search/archive_facts.h"
#include "archive/search/matching.h"
#include "archive/search/search_request.h"
#include "archive/search/search_result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace archive {

struct FirstMention {
    Receipt receipt;
    BothCounts total;                    ///< all matches, whatever their dates
    std::optional<ResultRow> first;      ///< none when no match has a stated date
    std::vector<ResultRow> later;        ///< stated ones behind the first, oldest first
    std::uint64_t inferred_earlier = 0;  ///< articles whose inferred date lies before the first
    std::uint64_t undated = 0;           ///< articles without a date
    std::string next_cursor;             ///< empty at the end
};

/// Takes a search; its order and its filter by certainty are not read. limit, offset and cursor
/// count the later ones. Errors as of Searcher::search().
Result<FirstMention> first_mention(const ArchiveFacts& facts, OpenPostings& postings,
                                   const SearchRequest& request, DeadlineWatch& watch);

}  // namespace archive
