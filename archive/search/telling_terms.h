// SPDX-License-Identifier: GPL-2.0-or-later
// telling_terms.h - Words that the articles of a result use and the rest of the archive does not.
//
// Counted are articles, not occurrences, and one article a story, so that neither a long text nor
// a wire report printed thirty times decides. A word is over-represented by its log-likelihood
// (Rayson and Garside, "Comparing corpora using frequency profiling", 2000): how surprising it is
// to meet it in so many of these articles, if they were like the others.
#pragma once

#include "archive/search/archive_facts.h"
#include "archive/search/matching.h"
#include "archive/search/search_request.h"
#include "archive/search/search_result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace archive {

struct TellingTerm {
    std::string term;            ///< folded, as it is searched for
    std::string label;           ///< as one of the articles writes it
    std::uint64_t articles = 0;  ///< of those read
    std::uint64_t archive = 0;   ///< of the whole archive
    double score = 0;            ///< log-likelihood; 10.8 is one chance in a thousand
};

struct TellingTerms {
    Receipt receipt;
    BothCounts total;
    std::uint64_t read = 0;          ///< articles, each of another story
    bool partial = false;            ///< the result has more stories than were read
    std::vector<TellingTerm> terms;  ///< the most telling first
};

/// Reads one article of each of the first limits::telling_articles stories, in the order of the
/// request. A word counts when three of them have it (two where fewer than twenty were read); words
/// that are searched for are left out, and so are numbers. `request.limit` counts words. Errors as
/// of Searcher::search().
Result<TellingTerms> telling_terms(const ArchiveFacts& facts, OpenPostings& postings,
                                   const SearchRequest& request, DeadlineWatch& watch);

}  // namespace archive
