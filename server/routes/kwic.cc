// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/kwic.h"

#include "server/json/concordance.h"
#include "server/routes/asked.h"

#include <array>

namespace server {

namespace {

constexpr std::array own{
    ParameterRow{.name = "width",
                 .takes = Takes::number,
                 .least = 10,
                 .most = 200,
                 .initial = "60",
                 .help = "characters on either side, whole words"},
    ParameterRow{.name = "order",
                 .takes = Takes::choice,
                 .choices = "left right date",
                 .initial = "date",
                 .help = "by the words before, by those behind, or by day"},
};

archive::ConcordanceRequest request_of(const ReadParameters& parameters) {
    archive::ConcordanceRequest request{parameters.search, parameters.number("width")};
    const auto& order = parameters.value("order");
    if (order == "left") request.order = archive::LineOrder::left;
    if (order == "right") request.order = archive::LineOrder::right;
    return request;
}

}  // namespace

void handle_kwic(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, own, TakesSearch::yes);
    if (!asked) return;
    const auto request = request_of(asked->parameters);
    const auto turn = app.turn();
    if (!turn) return answer(response, turn.error());
    const auto found = asked->searcher->concordance(request, app.deadline());
    if (!found) return answer(response, found.error());
    auto body = concordance_json(request, *found);
    body["order"] = asked->parameters.value("order");
    body["width"] = request.width;
    body["index"] = index_json(*asked->searcher);
    body["next"] = next_page_json(call, found->next_cursor);
    answer(response, body);
}

}  // namespace server
