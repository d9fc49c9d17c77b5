// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/relaxations.h"

#include "archive/search/query_parser.h"
#include "archive/search/query_printer.h"
#include "archive/search/query_text.h"

#include <algorithm>
#include <iterator>

namespace archive {

namespace {

constexpr std::size_t most_relaxations = 3;

/// Clauses beyond these are not tried: each costs a search, or a look through all values.
constexpr std::size_t most_clauses = 12;

/// So many other values are tried, and so many of them offered.
constexpr std::size_t most_likely = 8, most_offered = 2;

struct Attempt {
    Relaxation relaxation;
    SearchRequest request;
};

bool is_date(const Clause& clause) {
    const auto* date = std::get_if<DateQuery>(&clause.query->node);
    return date != nullptr && date->basis == DateBasis::published;
}

bool has_days(const SearchRequest& request, const std::vector<Clause>& clauses) {
    return request.from || request.to || std::any_of(clauses.begin(), clauses.end(), is_date);
}

/// Without anything that narrows it, a search is no way on.
bool asks_anything(const SearchRequest& request) {
    return !request.q.empty() || !request.filters.empty() || request.from || request.to
           || !request.story.empty() || !request.event.empty();
}

Attempt without_clause(const SearchRequest& request, const Clause& clause) {
    Attempt attempt{{"without", clause.label, {{"q", clause.without}}, {}}, request};
    attempt.request.q = clause.without;
    return attempt;
}

Attempt without_filter(const SearchRequest& request, const ParameterFilter& filter) {
    const auto parameter = (filter.excluded ? "-" : "") + filter.field;
    Attempt attempt{{"without", filter.field + " " + filter.value, {{parameter, std::nullopt}}, {}},
                    request};
    std::erase_if(attempt.request.filters, [&](const ParameterFilter& other) {
        return other.field == filter.field && other.excluded == filter.excluded;
    });
    return attempt;
}

Attempt all_dates(const SearchRequest& request, const std::vector<Clause>& clauses) {
    Attempt attempt{{"all_dates", "all dates", {}, {}}, request};
    for (const auto* parameter : {"from", "to", "undated"})
        attempt.relaxation.change.emplace_back(parameter, std::nullopt);
    attempt.request.from.reset();
    attempt.request.to.reset();
    attempt.request.undated = Undated::exclude;
    if (std::any_of(clauses.begin(), clauses.end(), is_date)) {
        std::vector<QueryPointer> rest;
        for (const auto& clause : clauses) {
            if (!is_date(clause)) rest.push_back(clause.query);
        }
        attempt.request.q = rest.empty() ? "" : print_query(*all_of(rest));
        attempt.relaxation.change.emplace_back("q", attempt.request.q);
    }
    return attempt;
}

Attempt with_undated(const SearchRequest& request) {
    Attempt attempt{{"undated", "articles without a date", {{"undated", "include"}}, {}}, request};
    attempt.request.undated = Undated::include;
    return attempt;
}

/// The typed query with another clause in place of one; written anew where cutting it in there
/// would say something else.
std::string with_instead(const SearchRequest& request, const std::vector<Clause>& clauses,
                         std::size_t at, const QueryPointer& instead) {
    std::vector<QueryPointer> operands;
    operands.reserve(clauses.size());
    for (const auto& clause : clauses) operands.push_back(clause.query);
    operands[at] = instead;
    const auto wanted = all_of(operands);
    const TypedText typed(request.q);
    const auto span = clauses[at].span;
    const auto begin = typed.byte_of(span.start), end = typed.byte_of(span.end);
    auto cut_in = request.q.substr(0, begin) + print_query(*instead) + request.q.substr(end);
    const auto again = parse_query(cut_in, {request.today});
    return again && *again->root == *wanted ? cut_in : print_query(*wanted);
}

/// Clauses of q whose value no article has, with one that articles have.
void add_likely_clauses(const SearchRequest& request, const std::vector<Clause>& clauses,
                        const ValuesLike& values_like, std::vector<Attempt>& attempts) {
    for (std::size_t at = 0; at < std::min(clauses.size(), most_clauses); ++at) {
        const auto* filter = std::get_if<FilterQuery>(&clauses[at].query->node);
        const auto* name = std::get_if<NameQuery>(&clauses[at].query->node);
        if (filter == nullptr && (name == nullptr || name->literal)) continue;
        const auto& field = filter != nullptr ? filter->field : name->field;
        const auto& value = filter != nullptr ? filter->value : name->value;
        for (const auto& likely : values_like(field, value)) {
            const auto instead = filter != nullptr
                                     ? query_of(FilterQuery{field, likely.label})
                                     : query_of(NameQuery{field, likely.label, false});
            const auto q = with_instead(request, clauses, at, instead);
            Attempt attempt{{"instead", print_query(*instead), {{"q", q}}, {}}, request};
            attempt.request.q = q;
            attempts.push_back(std::move(attempt));
        }
    }
}

/// The same for a parameter that stands alone: of several one may be right.
void add_likely_filters(const SearchRequest& request, const ValuesLike& values_like,
                        std::vector<Attempt>& attempts) {
    for (std::size_t at = 0; at < request.filters.size(); ++at) {
        const auto& filter = request.filters[at];
        const auto alike = [&](const ParameterFilter& other) {
            return other.field == filter.field && !other.excluded;
        };
        if (filter.excluded
            || std::count_if(request.filters.begin(), request.filters.end(), alike) > 1)
            continue;
        for (const auto& likely : values_like(filter.field, filter.value)) {
            Attempt attempt{
                {"instead", filter.field + " " + likely.label, {{filter.field, likely.value}}, {}},
                request};
            attempt.request.filters[at].value = likely.value;
            attempts.push_back(std::move(attempt));
        }
    }
}

/// Those that find something, most articles first.
std::vector<Relaxation> that_find(std::vector<Attempt>& attempts, const CountOf& count) {
    std::vector<Relaxation> found;
    for (auto& attempt : attempts) {
        if (!asks_anything(attempt.request)) continue;
        attempt.request.cursor.clear();
        attempt.relaxation.counts = count(attempt.request);
        if (attempt.relaxation.counts.articles == 0) continue;
        found.push_back(std::move(attempt.relaxation));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Relaxation& left, const Relaxation& right) {
                         return left.counts.articles > right.counts.articles;
                     });
    return found;
}

}  // namespace

std::vector<Relaxation> relaxations(const SearchRequest& request,
                                    const std::vector<Clause>& clauses, const CountOf& count,
                                    const ValuesLike& values_like) {
    std::vector<Attempt> likely;
    add_likely_clauses(request, clauses, values_like, likely);
    add_likely_filters(request, values_like, likely);
    if (likely.size() > most_likely) likely.resize(most_likely);
    auto found = that_find(likely, count);
    if (found.size() > most_offered) found.resize(most_offered);

    std::vector<Attempt> attempts;
    const bool days = has_days(request, clauses);
    for (std::size_t i = 0; i < std::min(clauses.size(), most_clauses); ++i) {
        // The only date clause goes by "all dates".
        if (!is_date(clauses[i])) attempts.push_back(without_clause(request, clauses[i]));
    }
    std::vector<ParameterFilter> met;
    for (const auto& filter : request.filters) {
        const bool said = std::any_of(met.begin(), met.end(), [&](const ParameterFilter& other) {
            return other.field == filter.field && other.excluded == filter.excluded;
        });
        if (said) continue;
        met.push_back(filter);
        attempts.push_back(without_filter(request, filter));
    }
    if (days) attempts.push_back(all_dates(request, clauses));
    if (days && request.undated == Undated::exclude) attempts.push_back(with_undated(request));

    auto others = that_find(attempts, count);
    found.insert(found.end(), std::make_move_iterator(others.begin()),
                 std::make_move_iterator(others.end()));
    if (found.size() > most_relaxations) found.resize(most_relaxations);
    return found;
}

}  // namespace archive
