// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/changes.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "archive/index/change_list.h"
#include "server/json/parts.h"
#include "server/routes/asked.h"

#include <array>
#include <charconv>
#include <limits>

namespace server {

using archive::ChangesPlace;

namespace {

constexpr std::array own{
    ParameterRow{.name = "since",
                 .takes = Takes::number,
                 .most = std::numeric_limits<std::uint32_t>::max(),
                 .help = "the revision that is known already; 0 for none",
                 .needed = Needed::yes},
    ParameterRow{.name = "limit",
                 .takes = Takes::number,
                 .least = 1,
                 .most = archive::limits::change_rows,
                 .initial = "10000",
                 .help = "changes of one answer"},
    ParameterRow{.name = "cursor",
                 .takes = Takes::value,
                 .help = "where to go on, from `next` of the answer before"},
};

/// A cursor is a revision, a dot and the lines of its list that are done: "43.10000".
std::optional<ChangesPlace> place_of(std::string_view cursor) {
    ChangesPlace place;
    const auto dot = cursor.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto read = [](std::string_view text, std::uint64_t& number) {
        const auto* const end = text.data() + text.size();
        const auto done = std::from_chars(text.data(), end, number);
        return done.ec == std::errc() && done.ptr == end;
    };
    if (!read(cursor.substr(0, dot), place.revision) || !read(cursor.substr(dot + 1), place.lines))
        return std::nullopt;
    return place;
}

std::string written(const std::optional<ChangesPlace>& place) {
    if (!place) return {};
    return std::to_string(place->revision) + '.' + std::to_string(place->lines);
}

}  // namespace

void handle_changes(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, own, TakesSearch::no);
    if (!asked) return;
    const auto since = asked->parameters.number("since");
    const auto& cursor = asked->parameters.value("cursor");
    const auto from = place_of(cursor);
    if (!cursor.empty() && (!from || from->revision <= since)) {
        return answer(
            response,
            archive::Error{archive::ErrorCode::parameter_bad_value,
                           "the cursor belongs to another list, or is none",
                           {},
                           archive::Place{"cursor", 0, archive::code_points(cursor), cursor, {}}});
    }
    const auto turn = app.turn();
    if (!turn) return answer(response, turn.error());
    const auto& manifest = asked->searcher->snapshot().manifest();
    const auto found = archive::changes_since(app.settings().text("index.path"), manifest, since,
                                              from, asked->parameters.number("limit"));
    if (!found) return answer(response, found.error());
    answer(response, ordered_json{{"since", since},
                                  {"revision", manifest.revision},
                                  {"added", found->added},
                                  {"changed", found->changed},
                                  {"removed", found->removed},
                                  {"index", index_json(*asked->searcher)},
                                  {"next", next_page_json(call, written(found->next))}});
}

}  // namespace server
