// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/compare.h"

#include "server/json/comparison.h"
#include "server/routes/asked.h"

#include <array>

namespace server {

namespace {

constexpr std::array own{
    ParameterRow{.name = "left",
                 .takes = Takes::value,
                 .help = "the id of the article that is read first",
                 .needed = Needed::yes},
    ParameterRow{.name = "right",
                 .takes = Takes::value,
                 .help = "the id of the article that it is compared with",
                 .needed = Needed::yes},
};

}  // namespace

void handle_compare(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, own, TakesSearch::yes);
    if (!asked) return;
    auto request = asked->search();
    request.cursor.clear();  // of the list that the articles were opened from
    const auto turn = app.turn();
    if (!turn) return answer(response, turn.error());
    const auto compared = asked->searcher->compare(asked->parameters.value("left"),
                                                   asked->parameters.value("right"), request);
    if (!compared) return answer(response, compared.error());
    auto body = comparison_json(*compared, request.highlight);
    body["index"] = index_json(*asked->searcher);
    answer(response, body);
}

}  // namespace server
