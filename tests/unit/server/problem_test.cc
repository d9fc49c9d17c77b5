// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/problem.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <vector>

using archive::Error;
using archive::ErrorCode;
using nlohmann::json;

TEST_CASE("a problem carries code, status, title, detail and the place of each fault") {
    const Error date{
        ErrorCode::query_bad_date,
        "\"2024-13\" is not a month",
        {},
        archive::Place{
            .parameter = "q", .start = 5, .end = 12, .found = "2024-13", .hint = "date:2024-12"}};
    const auto problem = json::parse(server::problem_document(date));
    CHECK(problem["type"] == "/problems/query.bad_date");
    CHECK(problem["title"] == "A date in the query could not be read");
    CHECK(problem["status"] == 400);
    CHECK(problem["code"] == "query.bad_date");
    CHECK(problem["detail"] == "\"2024-13\" is not a month");
    const auto& fault = problem["errors"][0];
    CHECK(fault["code"] == "query.bad_date");
    CHECK(fault["parameter"] == "q");
    CHECK(fault["start"] == 5);
    CHECK(fault["end"] == 12);
    CHECK(fault["found"] == "2024-13");
    CHECK(fault["hint"] == "date:2024-12");
}

TEST_CASE("the first of several faults names the problem and all are listed") {
    const std::vector<Error> errors{
        {ErrorCode::parameter_unknown, "no parameter is called \"sorce\""},
        {ErrorCode::parameter_bad_value, "limit cannot be \"x\""}};
    const auto problem = json::parse(server::problem_document(errors));
    CHECK(problem["code"] == "parameter.unknown");
    REQUIRE(problem["errors"].size() == 2);
    CHECK(problem["errors"][1]["code"] == "parameter.bad_value");
}

TEST_CASE("what an internal failure says stays in the log") {
    for (const auto code : {ErrorCode::internal, ErrorCode::io_failed, ErrorCode::disk_full}) {
        const auto text =
            server::problem_document(Error{code, "cannot read /var/secret", "/var/secret"});
        CHECK(text.find("secret") == std::string::npos);
        const auto problem = json::parse(text);
        CHECK(problem["status"] == 500);
        CHECK(problem["code"] == "internal");
    }
}

TEST_CASE("bytes that are not UTF-8 still make a document") {
    const auto problem = json::parse(server::problem_document(
        Error{ErrorCode::parameter_bad_value, "limit cannot be \"\xff\""}));
    CHECK(problem["detail"] == "limit cannot be \"\xef\xbf\xbd\"");
}

TEST_CASE("every code of queries, parameters, requests and the server has one status") {
    for (const auto& known : archive::error_codes()) {
        const bool met_by_clients = known.code <= ErrorCode::internal;
        int rows = 0;
        for (const auto& row : server::problem_rows()) rows += row.code == known.code ? 1 : 0;
        CAPTURE(known.name);
        CHECK(rows == (met_by_clients ? 1 : 0));
        CHECK(server::reason_phrase(server::http_status(known.code)) != "");
    }
}

TEST_CASE("statuses are those of the contract") {
    CHECK(server::http_status(ErrorCode::query_too_complex) == 400);
    CHECK(server::http_status(ErrorCode::article_not_found) == 404);
    CHECK(server::http_status(ErrorCode::request_method) == 405);
    CHECK(server::http_status(ErrorCode::changes_too_old) == 410);
    CHECK(server::http_status(ErrorCode::request_host) == 421);
    CHECK(server::http_status(ErrorCode::request_unsupported) == 501);
    CHECK(server::http_status(ErrorCode::index_damaged) == 503);
    CHECK(server::http_status(ErrorCode::server_deadline) == 503);
}
