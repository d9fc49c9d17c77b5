// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/plain.h"

#include "server/plain/comparison.h"
#include "server/plain/filters.h"
#include "server/plain/frame.h"
#include "server/plain/reader.h"
#include "server/plain/results.h"
#include "server/routes/compare.h"

#include <algorithm>
#include <array>
#include <optional>

namespace server {

namespace {

constexpr std::array own{
    ParameterRow{.name = "id", .help = "the article, where the path does not name it"},
    ParameterRow{.name = "furniture",
                 .takes = Takes::choice,
                 .choices = "0 1",
                 .help = "whether page furniture is shown; it is where the search asks for it"},
};

void answer(httplib::Response& response, const Page& page) {
    response.status = 200;
    response.set_content(written(page), "text/html; charset=utf-8");
}

void see_other(httplib::Response& response, const std::string& address) {
    response.status = 303;
    response.set_header("Location", address);
    response.set_header("Cache-Control", "no-store");
}

/// The address that a form meant: a browser sends every field, those left blank too, and the box
/// "Group copies of a story" as a pair. Nothing for one that has nothing of the kind.
std::optional<std::string> tidied_form(const Call& call) {
    constexpr std::array<std::string_view, 4> fields{"q", "from", "to", "sort"};
    auto parameters = call.parameters();
    std::erase_if(parameters, [&](const Parameter& one) {
        return one.value.empty()
               && std::find(fields.begin(), fields.end(), one.name) != fields.end();
    });
    const Parameter unticked{"fold", "none"}, ticked{"fold", "story"};
    const auto pair = std::find(parameters.begin(), parameters.end(), unticked);
    if (pair != parameters.end() && pair + 1 != parameters.end() && pair[1] == ticked)
        parameters.erase(pair, pair + 2);
    const bool is_page = !call.head.target.path.starts_with("/api/");
    if (!is_page || parameters.size() == call.parameters().size()) return std::nullopt;
    return address_of(call.head.target.path, parameters);
}

/// The place of an article in its list, if it still stands where its address says: otherwise the
/// page shows no place rather than a wrong one.
std::optional<PlaceInList> place_in_list(App& app, const Asked& asked, const std::string& id) {
    auto request = asked.search();
    const std::uint32_t offset = request.offset, before = offset == 0 ? 0 : 1;
    request.offset = offset - before;
    request.limit = 3;
    request.cursor.clear();
    request.facets.clear();
    request.histogram = archive::BinUnit::none;
    request.explain = false;
    httplib::Response refused;
    const auto found = search(app, asked, request, refused);
    if (!found) return std::nullopt;
    const auto& rows = found->rows;
    if (rows.size() <= before || rows[before].article.id != id) return std::nullopt;
    PlaceInList place;
    place.offset = offset;
    place.total = request.fold ? found->total.stories : found->total.articles;
    if (before == 1) place.before = rows[0].article.id;
    if (rows.size() > before + 1) place.after = rows[before + 1].article.id;
    return place;
}

}  // namespace

void handle_plain_search(App& app, const Call& call, httplib::Response& response) {
    if (const auto address = tidied_form(call)) return see_other(response, *address);
    const auto asked = ask(app, call, response, {}, TakesSearch::yes);
    if (!asked) return;
    auto request = asked->search();
    request.facets.assign(shown_facets.begin(), shown_facets.end());
    request.histogram = archive::BinUnit::automatic;
    request.explain = true;
    const auto result = search(app, *asked, request, response);
    if (!result) return;

    const SearchAddress address(call.parameters());
    std::optional<archive::StatusReport> about;
    if (address.empty()) about = asked->searcher->status();
    answer(response,
           {request.q, address, results({request, *result, address}, about), FormShown::whole});
}

void handle_plain_article(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, own, TakesSearch::yes);
    if (!asked) return;
    const auto in_path = std::string(call.place("id"));
    const auto id = in_path.empty() ? asked->parameters.value("id") : in_path;
    const auto view = read_article(app, *asked, id, response);
    if (!view) return;

    const SearchAddress address(call.parameters());
    const auto place = address.empty() ? std::nullopt : place_in_list(app, *asked, id);
    const auto& wish = asked->parameters.value("furniture");
    const bool searched = asked->search().q.find("in:furniture") != std::string::npos;
    const bool shown = wish == "1" || (wish.empty() && searched);
    answer(response, {view->article.title, address,
                      reader({*view, address, asked->search().offset, place,
                              shown ? Furniture::shown : Furniture::hidden})});
}

void handle_plain_compare(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, comparison_parameters(), TakesSearch::yes);
    if (!asked) return;
    const auto compared = read_comparison(app, *asked, response);
    if (!compared) return;
    const SearchAddress address(call.parameters());
    answer(response, {comparison_title(*compared), address, comparison(*compared, address)});
}

}  // namespace server
