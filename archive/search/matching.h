// SPDX-License-Identifier: GPL-2.0-or-later
// matching.h - Runs a plan over all segments and hands over every match.
//
// There is one way to match, for lists, totals, facets, histograms and exports, so that they cannot
// disagree. Matches come in no order that means anything: whoever wants one keeps the best.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/search/deadline.h"
#include "archive/search/plan.h"
#include "archive/search/posting_lists.h"
#include "archive/search/remembered.h"
#include "archive/search/search_result.h"
#include "archive/search/story_matches.h"

#include <xapian.h>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace archive {

/// The score of a match that makes no row, as RowlessMatches knows, but has a story to be counted
/// in.
inline constexpr float no_row = -1;

/// A match in its segment, and how relevant it is (0 or more; 0 when nobody asked), or no_row.
struct ScoredDocid {
    Docid docid = 0;
    float score = 0;
};

/// Matches come so many at a time, or fewer: what is done with them is done in tight loops.
inline constexpr std::size_t largest_block = 256;

/// Told of matches in one segment.
using BlockSink = std::function<void(std::size_t, std::span<const ScoredDocid>)>;

enum class Relevance : bool { ignored, counted };

/// Most matches of a common word make no row: they are only counted, and need not be handed over
/// one by one when each is alone in its story.
class RowlessMatches {
public:
    virtual ~RowlessMatches() = default;

    /// Less relevant matches make no row. Grows while matches are handed over.
    virtual float least_score() const = 0;

    /// Whether neither this nor any older article of a segment makes a row, whatever its relevance.
    virtual bool are_past(std::size_t segment, Docid docid) const = 0;

    /// The matches whose bits are set, in the words from `first` on of a segment's bitmap, were not
    /// handed over.
    virtual void pass_over(std::size_t segment, std::size_t first,
                           std::span<const std::uint64_t> bits) = 0;
};

/// The postings of one snapshot, for one thread at a time.
struct OpenPostings {
    /// `kept` are the lists of the same snapshot.
    OpenPostings(const Snapshot& of, std::shared_ptr<PostingLists> kept);

    const Snapshot& snapshot;
    std::shared_ptr<PostingLists> lists;
    std::vector<Xapian::Database> parts;           ///< of the segments
    Xapian::Database database;                     ///< all of them
    StoryMatches stories;                          ///< of the search on its way
    FactsOfTerms<std::uint32_t> frequencies = {};  ///< see documents_with()
    FactsOfTerms<bool> held_stems = {};            ///< see is_held()
};

/// Hands every live article that matches to `sink`, once, or passes it over where `rowless` is not
/// null. Throws Failure: index_damaged, server_deadline.
void for_each_block(OpenPostings& postings, const Plan& plan, Relevance relevance,
                    DeadlineWatch& watch, const BlockSink& sink, RowlessMatches* rowless = nullptr);

/// The same by Xapian's matcher, which can do all of it: what direct_matching.h is held against.
void match_by_xapian(OpenPostings& postings, const Plan& plan, Relevance relevance,
                     DeadlineWatch& watch, const BlockSink& sink);

/// The test that every match passes.
struct NothingFails {
    std::optional<Failing> operator()(const Location&) const { return Failing::nothing(); }
};

/// Hands them over by their story: all versions of one that match in one call of
/// `sink(std::span<const StoryMatch>)`. Those that are alone in their story go to `sink.alone()`
/// where it has that, many at a time, or are passed over where `sink.rowless()` is not null.
/// `test(Location)` is a std::optional<Failing>: what a match fails; without a value it counts
/// nowhere and is left out.
template <typename Test, typename Sink>
void for_each_story(OpenPostings& postings, const Plan& plan, Relevance relevance,
                    DeadlineWatch& watch, const Test& test, Sink&& sink) {
    auto& stories = postings.stories;
    stories.clear();
    std::array<StoryMatch, largest_block> alone;
    const auto hand_over = [&](std::span<const StoryMatch> matches) {
        if constexpr (requires { sink.alone(matches); }) {
            sink.alone(matches);
        } else {
            for (const auto& match : matches) sink(std::span<const StoryMatch>(&match, 1));
        }
    };
    RowlessMatches* rowless = nullptr;
    if constexpr (std::is_same_v<Test, NothingFails> && requires { sink.rowless(); })
        rowless = sink.rowless();
    for_each_block(
        postings, plan, relevance, watch,
        [&](std::size_t at, std::span<const ScoredDocid> block) {
            const auto& links = postings.snapshot.links(at);
            std::size_t used = 0;
            for (const auto& [docid, score] : block) {
                const std::optional<Failing> failing = test(Location{at, docid});
                if (!failing) continue;
                // Written where it stays: a copy of what was just written makes the
                // processor wait.
                auto& match = alone[used];
                match.segment = static_cast<std::uint32_t>(at);
                match.docid = docid;
                match.score = score;
                match.failing = *failing;
                if (links.in_story(docid))
                    stories.add(links.story(docid), match);
                else
                    ++used;
            }
            hand_over(std::span<const StoryMatch>(alone).first(used));
        },
        rowless);
    stories.for_each([&](std::span<const StoryMatch> versions) {
        watch.tick(static_cast<std::uint32_t>(versions.size()));
        sink(versions);
    });
}

/// How many live articles match.
std::uint64_t count_matches(OpenPostings& postings, const Plan& plan, DeadlineWatch& watch);

/// How many live articles match, and how many stories they are versions of.
BothCounts count_stories(OpenPostings& postings, const Plan& plan, DeadlineWatch& watch);

/// Documents of the whole index, tombstones included, that have the term. Xapian reads a block of
/// its table for the answer, so it is kept for the terms asked for lately. Stems have none: see
/// stem_terms.h.
std::uint32_t documents_with(OpenPostings& postings, const std::string& term);

/// Of each edge of a pattern, in how many articles its words are, about.
std::vector<std::uint64_t> articles_by_edge(OpenPostings& postings, const WordPattern& pattern);

}  // namespace archive
