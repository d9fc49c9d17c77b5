// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/suggest.h"

#include "archive/base/text.h"
#include "server/json/reports.h"
#include "server/routes/asked.h"

#include <array>

namespace server {

namespace {

constexpr std::array own{
    ParameterRow{.name = "prefix", .help = "what was typed so far"},
    ParameterRow{.name = "types",
                 .takes = Takes::list,
                 .choices = "word entity source",
                 .initial = "word,entity,source",
                 .help = "what kinds of completions are wanted"},
    ParameterRow{.name = "limit",
                 .takes = Takes::number,
                 .least = 1,
                 .most = 100,
                 .initial = "10",
                 .help = "completions of one answer"},
};

}  // namespace

void handle_suggest(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, own, TakesSearch::no);
    if (!asked) return;
    std::vector<std::string> types;
    for (const auto type : archive::split(asked->parameters.value("types"), ','))
        types.emplace_back(type);
    const auto turn = app.turn();
    if (!turn) return answer(response, turn.error());
    const auto found = asked->searcher->suggest(asked->parameters.value("prefix"), types,
                                                asked->parameters.number("limit"));
    auto body = completions_json(found);
    body["index"] = index_json(*asked->searcher);
    answer(response, body);
}

}  // namespace server
