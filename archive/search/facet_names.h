// SPDX-License-Identifier: GPL-2.0-or-later
// facet_names.h - The values of one names facet: the most counted ones and those that are selected.
//
// Counts only the names that may be among them where the archive's frequencies tell which these
// are (leading_names.h), and all names of all matches otherwise (names_facet.h): when few articles
// match, for long lists, for values that begin with a prefix.
#pragma once

#include "archive/search/archive_facts.h"
#include "archive/search/deadline.h"
#include "archive/search/matched_articles.h"
#include "archive/search/search_result.h"

#include <cstddef>
#include <string>
#include <vector>

namespace archive {

/// What is asked of a facet.
struct FacetWanted {
    FacetKind kind = FacetKind::source;  ///< one that counts_names()
    std::size_t limit = 0;
    std::string prefix = {};                         ///< as NamesFacet::values() has it
    std::vector<NameNumbers::Number> selected = {};  ///< shown whatever their count
};

/// In the order they are shown.
std::vector<FacetValue> facet_values(const ArchiveFacts& facts, const MatchedArticles& matched,
                                     const FacetWanted& wanted, DeadlineWatch& watch);

/// The same with all names counted: what facet_values() is held against.
std::vector<FacetValue> fully_counted(const ArchiveFacts& facts, const MatchedArticles& matched,
                                      const FacetWanted& wanted, DeadlineWatch& watch);

}  // namespace archive
