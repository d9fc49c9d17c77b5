// SPDX-License-Identifier: GPL-2.0-or-later
// matching.h - Runs a plan over all segments and hands over every match.
//
// There is one way to match, for lists, totals, facets, histograms and exports, so that they cannot
// disagree. Matches come in no order that means anything: whoever wants one keeps the best.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/search/deadline.h"
#include "archive/search/plan.h"
#include "archive/search/search_result.h"
#include "archive/search/story_matches.h"

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

namespace archive {

/// Told of every match: where it is, and how relevant (0 or more; 0 when nobody asked).
using MatchSink = std::function<void(Location, double)>;

enum class Relevance : bool { ignored, counted };

/// The postings of one snapshot, for one thread at a time.
struct OpenPostings {
    explicit OpenPostings(const Snapshot& of);

    const Snapshot& snapshot;
    Xapian::Database database;
    StoryMatches stories;  ///< of the search on its way
};

/// Hands every live article that matches to `sink`, once. Throws Failure: index_damaged,
/// server_deadline.
void for_each_match(OpenPostings& postings, const Plan& plan, Relevance relevance,
                    DeadlineWatch& watch, const MatchSink& sink);

/// Hands them over by their story: all versions of one that match in one call of
/// `sink(std::span<const StoryMatch>)`. `test(Location)` is a std::optional<Failing>: what a match
/// fails; without a value it counts nowhere and is left out.
template <typename Test, typename Sink>
void for_each_story(OpenPostings& postings, const Plan& plan, Relevance relevance,
                    DeadlineWatch& watch, const Test& test, const Sink& sink) {
    auto& stories = postings.stories;
    stories.clear();
    for_each_match(postings, plan, relevance, watch, [&](Location location, double score) {
        const std::optional<Failing> failing = test(location);
        if (!failing) return;
        const StoryMatch match{static_cast<std::uint32_t>(location.segment), location.docid,
                               static_cast<float>(score), *failing};
        const auto story = postings.snapshot.links(location.segment).story(location.docid);
        if (story == 0)
            sink(std::span<const StoryMatch>(&match, 1));
        else
            stories.add(story, match);
    });
    stories.for_each([&](std::span<const StoryMatch> versions) {
        watch.tick(static_cast<std::uint32_t>(versions.size()));
        sink(versions);
    });
}

/// How many live articles match.
std::uint64_t count_matches(OpenPostings& postings, const Plan& plan, DeadlineWatch& watch);

/// How many live articles match, and how many stories they are versions of.
BothCounts count_stories(OpenPostings& postings, const Plan& plan, DeadlineWatch& watch);

/// Documents of the whole index, tombstones included, that have the term.
std::uint32_t documents_with(OpenPostings& postings, const std::string& term);

/// Whether a date, by its basis, meets the span of a DaysPlan.
bool meets(const DaysPlan& days, const Segment& segment, Docid docid);

}  // namespace archive
