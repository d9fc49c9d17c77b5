// SPDX-License-Identifier: GPL-2.0-or-later
// direct_matching.h - Runs the plans of everyday searches over posting lists in memory.
//
// Words, all or any of them, names and other terms, days and columns, words in a row: for these a
// loop over sorted arrays does what Xapian's matcher does, at a tenth of its cost. Everything else
// is Xapian's. Both find the same articles, with the same relevance but for rounding; a test holds
// them against each other. Only how common a word of several forms is, which its relevance rests
// on, is counted here and estimated there.
#pragma once

#include "archive/search/matching.h"

namespace archive {

/// Hands over every live article that matches, as for_each_block() does; false, before anything was
/// handed over, when the plan asks for something else. Throws Failure: index_damaged,
/// server_deadline.
bool match_directly(OpenPostings& postings, const Plan& plan, Relevance relevance,
                    DeadlineWatch& watch, const BlockSink& sink, RowlessMatches* rowless = nullptr);

}  // namespace archive
