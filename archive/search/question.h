// SPDX-License-Identifier: GPL-2.0-or-later
// question.h - A request made ready to be matched: parsed, checked, its days and filters apart.
#pragma once

#include "archive/base/result.h"
#include "archive/search/archive_facts.h"
#include "archive/search/filters.h"
#include "archive/search/query_compiler.h"
#include "archive/search/query_parser.h"
#include "archive/search/ranking.h"
#include "archive/search/search_request.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace archive {

struct Question {
    ParsedQuery parsed;
    CompiledQuery words;  ///< of the typed query without the date clauses that `dates` has
    PlanPointer besides;  ///< filters that nothing leaves out: story, other date bases
    DateFilter dates;
    std::vector<FieldFilter> fields;
    Sort sort = Sort::relevance;
    std::string understood;
    std::uint64_t digest = 0;  ///< of what decides which rows come in which order
    std::optional<RowKey> after;
};

/// Reads a request. Errors: those of the query; parameter_bad_value for a value or a cursor that
/// can't be read, parameter_unknown for a filter of a field that is no parameter,
/// parameter_reversed_range for from after to. Throws Failure server_deadline while forms are
/// looked up.
Result<Question> question_of(const SearchRequest& request, const ArchiveFacts& facts,
                             Vocabulary& vocabulary);

/// The same with a vocabulary for this one question.
Result<Question> question_of(const SearchRequest& request, const ArchiveFacts& facts,
                             OpenPostings& postings, DeadlineWatch& watch);

/// Which filters a plan leaves to whoever counts.
struct LeftOut {
    bool dates = false;
    std::vector<const FieldFilter*> fields = {};

    bool holds(const FieldFilter& field) const;
};

/// The whole question as one plan. `words` is that of the question, or one in its place.
PlanPointer plan_of(const Question& question, const PlanPointer& words, const LeftOut& left_out);

/// The typed query without the date clauses under no OR or NOT, and those clauses' spans.
QueryPointer without_days(const QueryPointer& query, std::vector<DaySpan>& spans);

}  // namespace archive
