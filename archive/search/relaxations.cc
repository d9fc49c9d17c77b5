// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/relaxations.h"

#include "archive/search/query_printer.h"

#include <algorithm>

namespace archive {

namespace {

constexpr std::size_t most_relaxations = 3;

/// Clauses beyond these are not tried: each costs a search.
constexpr std::size_t most_clauses = 12;

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

}  // namespace

std::vector<Relaxation> relaxations(const SearchRequest& request,
                                    const std::vector<Clause>& clauses, const CountOf& count) {
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
    if (found.size() > most_relaxations) found.resize(most_relaxations);
    return found;
}

}  // namespace archive
