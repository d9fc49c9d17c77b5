// SPDX-License-Identifier: GPL-2.0-or-later
// direct_plan.h - A plan as posting lists in memory, columns and checks, where it is no more than
// that.
#pragma once

#include "archive/search/matching.h"
#include "archive/search/posting_lists.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace archive {

/// All of `wanted`, none of `unwanted`, and whatever else is said. Borrows from the plan.
struct DirectPlan {
    /// One of these words; their relevance adds up.
    struct Leaf {
        std::vector<std::shared_ptr<const WordPostings>> words;
        bool scored = false;
        std::uint8_t least_count = 1;  ///< where it is more, there is one word

        std::uint64_t postings(std::size_t segment) const;
    };
    struct Words {
        std::shared_ptr<const WordPattern> pattern;
        std::vector<std::uint64_t> articles;  ///< by edge
    };
    struct Column {
        std::variant<DaysPlan, CertaintyPlan, NumberPlan, AlteredPlan> plan;
        bool holds(const Snapshot& snapshot, std::size_t segment, Docid docid) const;
    };

    std::vector<Leaf> wanted, unwanted;
    std::vector<Words> words;
    std::vector<std::shared_ptr<const PlacePattern>> places;
    std::vector<Column> columns;
    std::vector<DirectPlan> without;           ///< articles that one of these matches do not match
    std::vector<std::vector<DirectPlan>> any;  ///< one of each must match
    bool nothing = false;                      ///< a term that must be there is nowhere

    /// The documents among which the matches of a segment are.
    DocidWindow window(const Segment& segment) const;

    /// Those of them that meet every column for sure.
    DocidWindow sure_window(const Segment& segment) const;

    /// The wanted leaf with the fewest postings in a segment; null without any.
    const Leaf* leader(std::size_t segment) const;
};

/// Whether a plan is run through, and so needs words that lead, or asked of articles.
enum class Led : bool { no, yes };

/// Nothing when the plan asks for more: stories and events, alternatives that no word leads to, and
/// where relevance counts any of more than words.
std::optional<DirectPlan> direct_plan_of(OpenPostings& postings, const Plan& plan,
                                         Relevance relevance, DeadlineWatch& watch,
                                         Led led = Led::yes);

}  // namespace archive
