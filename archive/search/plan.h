// SPDX-License-Identifier: GPL-2.0-or-later
// plan.h - What a query asks of the index: terms, checks in the forward store, columns.
//
// The compiler writes it, matching.h runs it. Plain values between the query, which knows nothing
// of an index, and Xapian's tree, which can't be read back.
#pragma once

#include "archive/search/place_pattern.h"
#include "archive/search/query.h"
#include "archive/search/search_request.h"
#include "archive/search/word_pattern.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace archive {

/// Whether a term takes part in relevance.
enum class Scored : bool { no, yes };

/// Forms that count in the articles of one language only.
struct ForeignTerms {
    std::vector<std::string> terms;  ///< with prefixes
    std::string language;            ///< the term of the language, with its prefix
};

/// One of these terms: the forms of one word. They weigh as one word.
struct TermsPlan {
    std::vector<std::string> terms;  ///< with prefixes; none matches nothing
    Scored scored = Scored::yes;
    std::vector<ForeignTerms> foreign = {};
    /// Articles in which the terms count less often together can't match what stands beside it.
    std::uint32_t least_count = 1;
};

/// The words stand as the pattern says. Always beside terms that make it rare.
struct WordsPlan {
    std::shared_ptr<const WordPattern> pattern;
};

/// Words stand to each other as the pattern says. Always beside terms that make it rare.
struct PlacesPlan {
    std::shared_ptr<const PlacePattern> pattern;
};

/// The span of days is met.
struct DaysPlan {
    DateBasis basis = DateBasis::published;
    DaySpan span;
    Undated undated = Undated::exclude;  ///< what becomes of articles without such a date
};

struct CertaintyPlan {
    Certainty certainty = Certainty::stated;
};

/// A figure of an article lies from least to most, both included.
struct NumberPlan {
    enum class Of : std::uint8_t {
        words,   ///< of the body
        copies,  ///< articles of its story
        event,   ///< articles of its event; 0 without one
        quoted,  ///< 1 when somebody is quoted, else 0
    };
    Of of = Of::words;
    std::uint32_t least = 0;
    std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
};

/// The articles of the story or event that an id leads to.
struct GroupPlan {
    enum class Of : std::uint8_t { story, event };
    Of of = Of::story;
    std::string id;
};

/// Words of the article were replaced by a machine.
struct AlteredPlan {};

struct EverythingPlan {};

struct Plan;
using PlanPointer = std::shared_ptr<const Plan>;

struct AllPlan {
    std::vector<PlanPointer> operands;
};
struct AnyPlan {
    std::vector<PlanPointer> operands;
};
struct ExceptPlan {
    PlanPointer operand;  ///< everything but this
};

struct Plan {
    std::variant<EverythingPlan, TermsPlan, WordsPlan, PlacesPlan, DaysPlan, CertaintyPlan,
                 NumberPlan, GroupPlan, AlteredPlan, AllPlan, AnyPlan, ExceptPlan>
        node;
};

template <typename Node>
PlanPointer plan_of(Node node) {
    return std::make_shared<const Plan>(Plan{std::move(node)});
}

/// All of them: nested conjunctions become one, EverythingPlan is left out.
PlanPointer all_of(const std::vector<PlanPointer>& operands);

/// A plan of words in a row that must be met so often, with what that asks of their terms: a term
/// counts at least as often as its word stands in the text (in a title it counts more). Any other
/// plan stays as it is: `a SAME b` is met by each a beside one b.
PlanPointer met_so_often(const PlanPointer& plan, std::uint32_t times);

}  // namespace archive
