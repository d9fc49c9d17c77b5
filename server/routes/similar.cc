// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/similar.h"

#include "archive/base/limits.h"
#include "server/json/row.h"
#include "server/routes/asked.h"

#include <array>

namespace server {

namespace {

constexpr std::array own{
    ParameterRow{.name = "limit",
                 .takes = Takes::number,
                 .most = archive::limits::page_rows,
                 .initial = "10",
                 .help = "articles of the answer"},
};

}  // namespace

void handle_similar(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, own, TakesSearch::no);
    if (!asked) return;
    const auto turn = app.turn();
    if (!turn) return answer(response, turn.error());
    const auto found = asked->searcher->similar(call.place("id"), asked->parameters.number("limit"),
                                                app.deadline());
    if (!found) return answer(response, found.error());
    auto rows = ordered_json::array();
    for (const auto& row : *found) rows.push_back(row_json(row, archive::Highlight::segments));
    answer(response, ordered_json{{"id", call.place("id")},
                                  {"results", std::move(rows)},
                                  {"index", index_json(*asked->searcher)}});
}

}  // namespace server
