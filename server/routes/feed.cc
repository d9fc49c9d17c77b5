// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/feed.h"

#include "archive/base/limits.h"
#include "server/atom.h"
#include "server/routes/asked.h"

#include <array>

namespace server {

namespace {

constexpr std::array own{
    ParameterRow{.name = "limit",
                 .takes = Takes::number,
                 .most = archive::limits::page_rows,
                 .initial = "50",
                 .help = "entries of the feed"},
};

}  // namespace

void handle_feed(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, own, TakesSearch::yes, DependsOn::origin);
    if (!asked) return;
    auto request = asked->search();
    request.limit = asked->parameters.number("limit");
    request.offset = 0;
    request.cursor.clear();
    request.sort = archive::Sort::added;
    request.facets.clear();
    request.histogram = archive::BinUnit::none;
    const auto result = search(app, *asked, request, response);
    if (!result) return;

    FeedFacts facts;
    facts.title =
        "Dateline: "
        + (result->receipt.understood.empty() ? "all articles" : result->receipt.understood);
    facts.origin = call.origin();
    facts.self = changed_address(call, "/feed.atom", {}, {});
    facts.page = changed_address(call, "/search", {}, {});
    facts.updated = asked->searcher->snapshot().manifest().published;
    response.set_content(atom_feed(facts, result->rows), "application/atom+xml; charset=utf-8");
}

}  // namespace server
