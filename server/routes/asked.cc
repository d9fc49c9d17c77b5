// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/asked.h"

#include "archive/search/query_parser.h"
#include "archive/search/query_printer.h"
#include "server/embedded.h"
#include "server/etag.h"

#include <algorithm>
#include <array>

namespace server {

namespace {

/// The query with its relative dates resolved, so that "date:today" has another tag tomorrow; empty
/// for one that cannot be read, which is refused later.
std::string resolved_query(const archive::SearchRequest& request, const std::string& q) {
    if (q.empty()) return {};
    const auto parsed = archive::parse_query(q, {request.today, request.strict});
    return parsed ? archive::print_query(*parsed->root) : std::string();
}

/// All queries of the address, one a line.
std::string resolved_queries(const ReadParameters& parameters) {
    auto all = resolved_query(parameters.search, parameters.search.q);
    const auto several = parameters.repeated.find("q");
    if (several == parameters.repeated.end()) return all;
    for (const auto& q : several->second) all += resolved_query(parameters.search, q) + '\n';
    return all;
}

/// What else an answer changes with.
std::string besides(const App& app, const Call& call, DependsOn depends_on) {
    switch (depends_on) {
        case DependsOn::origin: return call.head.host;
        case DependsOn::alias_file: {
            const auto trouble = app.aliases().trouble;
            return trouble ? archive::sentence(*trouble) : std::string();
        }
        case DependsOn::address:
        case DependsOn::body: break;
    }
    return {};
}

std::string etag_for(const App& app, const Call& call, const Asked& asked, DependsOn depends_on) {
    const auto& manifest = asked.searcher->snapshot().manifest();
    return etag_of({manifest.uuid, std::to_string(manifest.revision),
                    asked.searcher->aliases_digest(), program_version(), call.head.target.raw,
                    resolved_queries(asked.parameters), besides(app, call, depends_on)});
}

}  // namespace

std::optional<Asked> ask(App& app, const Call& call, httplib::Response& response,
                         std::span<const ParameterRow> own, TakesSearch takes_search,
                         DependsOn depends_on) {
    auto parameters = read_parameters(call.parameters(), own, takes_search, local_today());
    if (!parameters.errors.empty()) {
        answer(response, parameters.errors);
        return std::nullopt;
    }
    const auto held = app.snapshot();
    if (!held) {
        answer(response, held.error());
        return std::nullopt;
    }
    Asked asked{*held, std::move(parameters)};
    if (depends_on != DependsOn::body
        && has_already(call, response, etag_for(app, call, asked, depends_on)))
        return std::nullopt;
    return asked;
}

std::optional<archive::SearchResult> search(App& app, const Asked& asked,
                                            const archive::SearchRequest& request,
                                            httplib::Response& response) {
    const auto turn = app.turn();
    if (!turn) {
        answer(response, turn.error());
        return std::nullopt;
    }
    auto result = asked.searcher->search(request, app.deadline());
    if (!result) {
        answer(response, result.error());
        return std::nullopt;
    }
    return *std::move(result);
}

std::optional<archive::ArticleView> read_article(App& app, const Asked& asked, std::string_view id,
                                                 httplib::Response& response) {
    auto marks = asked.search();
    marks.cursor.clear();  // of the list that the article was opened from
    const auto turn = app.turn();
    if (!turn) {
        answer(response, turn.error());
        return std::nullopt;
    }
    auto view = asked.searcher->article(id, marks, app.deadline());
    if (!view) {
        answer(response, view.error());
        return std::nullopt;
    }
    return *std::move(view);
}

std::string changed_address(const Call& call, std::string_view path,
                            std::span<const std::string_view> without,
                            std::span<const Parameter> with) {
    std::vector<Parameter> kept;
    for (const auto& parameter : call.parameters()) {
        if (std::find(without.begin(), without.end(), parameter.name) == without.end())
            kept.push_back(parameter);
    }
    kept.insert(kept.end(), with.begin(), with.end());
    return address_of(path, kept);
}

ordered_json next_page_json(const Call& call, const std::string& cursor) {
    if (cursor.empty()) return nullptr;
    constexpr std::array<std::string_view, 2> paging{"offset", "cursor"};
    const std::array next{Parameter{"cursor", cursor}};
    return changed_address(call, call.head.target.path, paging, next);
}

std::string permalink(const std::string& origin, const std::string& id) {
    return origin + "/articles/" + id;
}

void set_file_name(httplib::Response& response, std::string_view name) {
    response.set_header("Content-Disposition", "attachment; filename=\"" + std::string(name) + '"');
}

}  // namespace server
