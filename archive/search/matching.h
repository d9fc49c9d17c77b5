// SPDX-License-Identifier: GPL-2.0-or-later
// matching.h - Runs a plan over all segments and hands over every match.
//
// There is one way to match, for lists, totals, facets, histograms and exports, so that they cannot
// disagree. Matches come in no order that means anything: whoever wants one keeps the best.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/search/deadline.h"
#include "archive/search/plan.h"

#include <xapian.h>

#include <functional>

namespace archive {

/// Told of every match: where it is, and how relevant (0 or more; 0 when nobody asked).
using MatchSink = std::function<void(Location, double)>;

enum class Relevance : bool { ignored, counted };

/// The postings of one snapshot, for one thread at a time.
struct OpenPostings {
    explicit OpenPostings(const Snapshot& of);

    const Snapshot& snapshot;
    Xapian::Database database;
};

/// Hands every live article that matches to `sink`, once. Throws Failure: index_damaged,
/// server_deadline.
void for_each_match(OpenPostings& postings, const Plan& plan, Relevance relevance,
                    DeadlineWatch& watch, const MatchSink& sink);

/// How many live articles match.
std::uint64_t count_matches(OpenPostings& postings, const Plan& plan, DeadlineWatch& watch);

/// Documents of the whole index, tombstones included, that have the term.
std::uint32_t documents_with(OpenPostings& postings, const std::string& term);

/// Whether a date, by its basis, meets the span of a DaysPlan.
bool meets(const DaysPlan& days, const Segment& segment, Docid docid);

}  // namespace archive
