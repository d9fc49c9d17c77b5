// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/timeline.h"

#include "archive/base/limits.h"
#include "server/json/timeline.h"
#include "server/routes/asked.h"

#include <array>

namespace server {

namespace {

constexpr std::array own{
    ParameterRow{.name = "q",
                 .help = "the queries, one a line of the chart; all articles without any",
                 .repeats = Repeats::yes,
                 .times = archive::limits::timeline_queries},
    ParameterRow{.name = "unit",
                 .takes = Takes::choice,
                 .choices = "year month week day",
                 .help = "how long a bin is; without it one that fits the span"},
    ParameterRow{.name = "count",
                 .takes = Takes::choice,
                 .choices = "articles stories",
                 .initial = "articles",
                 .help = "what `value` of a bin counts"},
    ParameterRow{.name = "share",
                 .takes = Takes::choice,
                 .choices = "0 1",
                 .initial = "0",
                 .help = "whether `value` is a share of the archive in the bin"},
};

archive::TimelineRequest request_of(const ReadParameters& parameters) {
    archive::TimelineRequest request{parameters.search, {}, archive::BinUnit::automatic};
    const auto queries = parameters.repeated.find("q");
    if (queries == parameters.repeated.end())
        request.queries = {""};
    else
        request.queries = queries->second;
    for (const auto unit : {archive::BinUnit::year, archive::BinUnit::month, archive::BinUnit::week,
                            archive::BinUnit::day}) {
        if (archive::name(unit) == parameters.value("unit")) request.unit = unit;
    }
    return request;
}

}  // namespace

void handle_timeline(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, own, TakesSearch::yes);
    if (!asked) return;
    const auto& parameters = asked->parameters;
    const auto turn = app.turn();
    if (!turn) return answer(response, turn.error());
    const auto found = asked->searcher->timeline(request_of(parameters), app.deadline());
    if (!found) return answer(response, found.error());
    const BinValue value{
        parameters.value("count") == "stories" ? BinValue::Of::stories : BinValue::Of::articles,
        parameters.value("share") == "1"};
    auto body = timeline_json(*found, value);
    body["index"] = index_json(*asked->searcher);
    answer(response, body);
}

}  // namespace server
