// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/entities.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "server/json/entity.h"
#include "server/routes/asked.h"

#include <algorithm>
#include <array>
#include <utility>

namespace server {

namespace {

constexpr std::array own{
    ParameterRow{.name = "type",
                 .takes = Takes::list,
                 .choices = "person org place",
                 .initial = "person,org,place",
                 .help = "what kinds of names are wanted"},
    ParameterRow{.name = "prefix",
                 .help = "names with a form that begins so, or one of whose words does"},
    ParameterRow{.name = "limit",
                 .takes = Takes::number,
                 .least = 1,
                 .most = archive::limits::facet_rows,
                 .initial = "20",
                 .help = "names of one answer"},
};

using Counted = std::pair<const archive::FacetResult*, const archive::FacetValue*>;

/// The values of all facets, most articles first.
std::vector<Counted> most_counted(const std::vector<archive::FacetResult>& facets,
                                  std::size_t limit) {
    std::vector<Counted> names;
    for (const auto& facet : facets) {
        for (const auto& value : facet.values) names.emplace_back(&facet, &value);
    }
    std::stable_sort(names.begin(), names.end(), [](const Counted& left, const Counted& right) {
        return left.second->counts.articles > right.second->counts.articles;
    });
    if (names.size() > limit) names.resize(limit);
    return names;
}

}  // namespace

void handle_entities(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, own, TakesSearch::yes);
    if (!asked) return;
    const auto limit = asked->parameters.number("limit");
    auto request = asked->search();
    request.limit = 0;
    request.offset = 0;
    request.cursor.clear();
    request.histogram = archive::BinUnit::none;
    request.explain = false;
    request.facets.clear();
    for (const auto type : archive::split(asked->parameters.value("type"), ','))
        request.facets.push_back(*archive::facet_named(type));
    request.facet_limit = limit;
    request.facet_prefix = asked->parameters.value("prefix");
    const auto result = search(app, *asked, request, response);
    if (!result) return;
    auto list = ordered_json::array();
    for (const auto& [facet, name] : most_counted(result->facets, limit))
        list.push_back(counted_name_json(*facet, *name));
    answer(response, ordered_json{{"understood", result->receipt.understood},
                                  {"entities", std::move(list)},
                                  {"index", index_json(*asked->searcher)}});
}

void handle_entity(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, {}, TakesSearch::yes);
    if (!asked) return;
    const auto turn = app.turn();
    if (!turn) return answer(response, turn.error());
    const auto view = asked->searcher->entity(call.place("id"), asked->search(), app.deadline());
    if (!view) return answer(response, view.error());
    auto body = entity_json(*view);
    body["index"] = index_json(*asked->searcher);
    answer(response, body);
}

}  // namespace server
