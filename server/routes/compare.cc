// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/compare.h"

#include "server/json/comparison.h"

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

std::span<const ParameterRow> comparison_parameters() {
    return own;
}

std::optional<archive::ComparedArticles> read_comparison(App& app, const Asked& asked,
                                                         httplib::Response& response) {
    auto request = asked.search();
    request.cursor.clear();  // of the list that the articles were opened from
    const auto turn = app.turn();
    if (!turn) {
        answer(response, turn.error());
        return std::nullopt;
    }
    auto compared = asked.searcher->compare(
        asked.parameters.value("left"), asked.parameters.value("right"), request, app.deadline());
    if (!compared) {
        answer(response, compared.error());
        return std::nullopt;
    }
    return *std::move(compared);
}

void handle_compare(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, own, TakesSearch::yes);
    if (!asked) return;
    const auto compared = read_comparison(app, *asked, response);
    if (!compared) return;
    auto body = comparison_json(*compared, asked->search().highlight);
    body["index"] = index_json(*asked->searcher);
    answer(response, body);
}

}  // namespace server
