// SPDX-License-Identifier: GPL-2.0-or-later
// similar.h - Articles that speak of the same things as one of them.
//
// The article's telling words, those it uses and few others do, are searched for as any query is.
// Versions of the article itself are no news and left out; of another story one article stands for
// all.
#pragma once

#include "archive/search/matching.h"
#include "archive/search/search_result.h"

#include <cstdint>
#include <vector>

namespace archive {

/// The most similar first, at most `limit`; none that has less than a quarter of what the telling
/// words weigh. Looks at no more than some 200,000 postings, however common the words are. Throws
/// Failure: index_damaged, server_deadline.
std::vector<ResultRow> similar_articles(OpenPostings& postings, const Location& article,
                                        std::uint32_t limit, DeadlineWatch& watch);

}  // namespace archive
