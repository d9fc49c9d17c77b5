// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/batch.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "server/json/search.h"
#include "server/problem.h"
#include "server/routes/asked.h"

#include <array>

namespace server {

using archive::Error;
using archive::ErrorCode;

namespace {

constexpr std::array own{
    ParameterRow{.name = "limit",
                 .takes = Takes::number,
                 .most = archive::limits::page_rows,
                 .initial = "0",
                 .help = "rows of each answer"},
};

/// The queries of a body, one a line, without the break behind the last.
std::vector<std::string> queries_of(std::string_view body) {
    std::vector<std::string> queries;
    if (body.empty()) return queries;
    if (body.ends_with('\n')) body.remove_suffix(1);
    for (auto line : archive::split(body, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        queries.emplace_back(line);
    }
    return queries;
}

/// One search of the batch, or what stands in its way.
archive::Result<archive::SearchResult> answered(App& app, const archive::Searcher& searcher,
                                                const archive::SearchRequest& request) {
    try {
        const auto turn = app.turn();
        if (!turn) return turn.error();
        return searcher.search(request, app.deadline());
    } catch (const archive::Failure& failure) {
        return failure.error();
    }
}

std::string row_of(App& app, const archive::Searcher& searcher,
                   const archive::SearchRequest& request, std::size_t line) {
    ordered_json row{{"line", line}};
    if (const auto found = answered(app, searcher, request)) {
        row.update(search_json(request, *found));
        row["index"] = index_json(searcher);
    } else {
        row["query"] = {{"input", request.q}};
        row["problem"] = ordered_json::parse(problem_document(found.error()));
    }
    return one_line(row) + "\n";
}

}  // namespace

void handle_batch(App& app, const Call& call, httplib::Response& response) {
    if (call.head.method != "POST") {
        answer(response, Error{ErrorCode::request_method, "a batch is sent by POST"});
        return response.set_header("Allow", std::string(batch_methods));
    }
    const auto asked = ask(app, call, response, own, TakesSearch::yes, DependsOn::body);
    if (!asked) return;
    auto queries = queries_of(call.head.body);
    if (queries.size() > archive::limits::batch_queries) {
        return answer(
            response,
            Error{ErrorCode::request_body_too_large,
                  "a batch may have " + std::to_string(archive::limits::batch_queries) + " lines"});
    }
    auto request = asked->search();
    request.limit = asked->parameters.number("limit");
    request.cursor.clear();
    response.set_header("Cache-Control", "no-store");
    response.set_chunked_content_provider(
        "application/x-ndjson; charset=utf-8",
        [&app, searcher = asked->searcher, request = std::move(request),
         queries = std::move(queries)](std::size_t, httplib::DataSink& sink) mutable {
            for (std::size_t i = 0; i < queries.size(); ++i) {
                request.q = queries[i];
                const auto row = row_of(app, *searcher, request, i + 1);
                if (!sink.write(row.data(), row.size())) return false;
            }
            sink.done();
            return true;
        });
}

}  // namespace server
