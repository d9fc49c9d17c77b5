// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/facets.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "server/json/search.h"
#include "server/routes/asked.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace server {

using archive::Error;
using archive::ErrorCode;
using archive::Place;

namespace {

constexpr std::array own{
    ParameterRow{.name = "prefix",
                 .help = "values that begin so, or one of whose words does, whatever the case"},
    ParameterRow{.name = "limit",
                 .takes = Takes::number,
                 .least = 1,
                 .most = archive::limits::facet_rows,
                 .initial = "20",
                 .help = "values of one answer"},
    ParameterRow{.name = "cursor",
                 .takes = Takes::value,
                 .help = "where to go on, from `next` of the answer before"},
};

/// The longest list anybody pages through; a prefix narrows better.
constexpr std::uint32_t most_values = 1'000'000;

Error bad_value(std::string message, std::string parameter, std::string_view found,
                std::string hint = {}) {
    return {ErrorCode::parameter_bad_value,
            std::move(message),
            {},
            Place{std::move(parameter), 0, archive::code_points(found), std::string(found),
                  std::move(hint)}};
}

Error no_such_facet(std::string_view name) {
    const auto rows = search_parameters();
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [](const ParameterRow& one) { return one.name == "facets"; });
    std::string names, hint;
    std::size_t best = 3;
    for (const auto known : archive::split(row->choices, ' ')) {
        if (!names.empty()) names += ", ";
        names += known;
        const auto distance = archive::edit_distance(name, known, best);
        if (distance >= best) continue;
        best = distance;
        hint = known;
    }
    return bad_value("\"" + std::string(name) + "\" is no facet; there are " + names, "name", name,
                     hint);
}

/// A cursor is "v" and the number of values before it.
std::optional<std::uint32_t> values_before(const std::string& cursor) {
    if (cursor.empty()) return 0;
    std::uint32_t number = 0;
    const auto* const end = cursor.data() + cursor.size();
    const auto read = std::from_chars(cursor.data() + 1, end, number);
    if (cursor.front() != 'v' || read.ec != std::errc() || read.ptr != end || number > most_values)
        return std::nullopt;
    return number;
}

}  // namespace

void handle_facet(App& app, const Call& call, httplib::Response& response) {
    const auto kind = archive::facet_named(call.place("name"));
    if (!kind) return answer(response, no_such_facet(call.place("name")));
    const auto asked = ask(app, call, response, own, TakesSearch::yes);
    if (!asked) return;
    const auto& cursor = asked->parameters.value("cursor");
    const auto before = values_before(cursor);
    if (!before) {
        return answer(response, bad_value("the cursor belongs to another list, or is none",
                                          "cursor", cursor));
    }
    const std::size_t limit = asked->parameters.number("limit");
    const std::size_t begin = *before;

    auto request = asked->search();
    request.limit = 0;
    request.offset = 0;
    request.histogram = archive::BinUnit::none;
    request.explain = false;
    request.facets = {*kind};
    request.facet_limit =
        static_cast<std::uint32_t>(begin + limit + 1);  // one more: is there more?
    request.facet_prefix = asked->parameters.value("prefix");
    const auto result = search(app, *asked, request, response);
    if (!result) return;

    const auto& values = result->facets.front().values;
    const auto end = std::min(values.size(), begin + limit);
    auto list = ordered_json::array();
    for (auto i = begin; i < end; ++i) list.push_back(facet_value_json(values[i]));
    // Selected values are always among the answered ones: those too rare to be reached come last.
    if (begin == 0) {
        for (auto i = end + 1; i < values.size(); ++i) list.push_back(facet_value_json(values[i]));
    }
    const bool more = values.size() > begin + limit;
    answer(response,
           ordered_json{{"name", archive::name(*kind)},
                        {"values", std::move(list)},
                        {"index", index_json(*asked->searcher)},
                        {"next", next_page_json(call, more ? "v" + std::to_string(end) : "")}});
}

}  // namespace server
