// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/terms.h"

#include "archive/base/limits.h"
#include "server/json/search.h"
#include "server/routes/asked.h"

#include <array>

namespace server {

namespace {

constexpr std::array own{
    ParameterRow{.name = "limit",
                 .takes = Takes::number,
                 .most = archive::limits::page_rows,
                 .initial = "50",
                 .help = "words of the answer"},
};

ordered_json term_json(const archive::TellingTerm& term) {
    constexpr double digits = 100;
    return {{"term", term.term},
            {"label", term.label},
            {"articles", term.articles},
            {"archive", term.archive},
            {"score", rounded(term.score, digits)}};
}

}  // namespace

void handle_terms(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, own, TakesSearch::yes);
    if (!asked) return;
    auto request = asked->search();
    request.limit = asked->parameters.number("limit");
    const auto turn = app.turn();
    if (!turn) return answer(response, turn.error());
    const auto found = asked->searcher->telling_terms(request, app.deadline());
    if (!found) return answer(response, found.error());

    auto terms = ordered_json::array();
    for (const auto& term : found->terms) terms.push_back(term_json(term));
    answer(response, ordered_json{{"query", query_json(request.q, found->receipt)},
                                  {"total", counts_json(found->total)},
                                  {"read", found->read},
                                  {"partial", found->partial},
                                  {"terms", std::move(terms)},
                                  {"index", index_json(*asked->searcher)}});
}

}  // namespace server
