// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/answer.h"

#include "server/etag.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using archive::Error;
using archive::ErrorCode;
using nlohmann::ordered_json;

namespace {

server::Head with(std::vector<std::pair<std::string, std::string>> fields) {
    server::Head head;
    head.method = "GET";
    head.fields = std::move(fields);
    return head;
}

}  // namespace

TEST_CASE("an error becomes a problem with its status, and 503 says when to come back") {
    httplib::Response response;
    server::answer(response, Error{ErrorCode::server_busy, "too many searches are waiting"});
    CHECK(response.status == 503);
    CHECK(response.get_header_value("Retry-After") == "1");
    CHECK(response.get_header_value("Content-Type") == "application/problem+json");
    CHECK(response.get_header_value("Cache-Control") == "no-store");
}

TEST_CASE("an error after an ETag was set leaves no ETag behind") {
    httplib::Response response;
    const auto head = with({});
    CHECK_FALSE(server::has_already({head}, response, server::etag_of({"42"})));
    server::answer(response, Error{ErrorCode::server_deadline, "the search took too long"});
    CHECK_FALSE(response.has_header("ETag"));
    CHECK(response.get_header_value_count("Cache-Control") == 1);
}

TEST_CASE("the code of a problem is noted for the counters and does not travel") {
    httplib::Response response;
    server::answer(response, Error{ErrorCode::query_bad_date, "no month"});
    CHECK(server::take_problem_code(response) == "query.bad_date");
    CHECK(server::take_problem_code(response).empty());
    CHECK_FALSE(response.has_header("Dateline-Problem"));
}

TEST_CASE("JSON is written whatever bytes are in it") {
    httplib::Response response;
    server::answer(response, ordered_json{{"title", "caf\xe9"}});
    CHECK(response.status == 200);
    CHECK(response.body == "{\"title\":\"caf\xef\xbf\xbd\"}\n");
}

TEST_CASE("a body of 1 kB of text is compressed for who takes it, and its tag names the coding") {
    const auto head = with({{"accept-encoding", "gzip"}});
    httplib::Response response;
    CHECK_FALSE(server::has_already({head}, response, "\"abc\""));
    server::answer(response, ordered_json{{"text", std::string(2000, 'a')}});
    server::compress_body(head, response);
    CHECK(response.get_header_value("Content-Encoding") == "gzip");
    CHECK(response.get_header_value("Vary") == "Accept-Encoding");
    CHECK(response.get_header_value("ETag") == "\"abc-gzip\"");
    CHECK(response.body.size() < 200);
}

TEST_CASE("short bodies, fonts and what is compressed already stay as they are") {
    const auto head = with({{"accept-encoding", "br"}});
    httplib::Response small;
    small.set_content("{}", "application/json");
    server::compress_body(head, small);
    CHECK(small.body == "{}");
    CHECK(small.get_header_value("Vary") == "Accept-Encoding");

    httplib::Response font;
    font.set_content(std::string(5000, 'a'), "font/woff2");
    server::compress_body(head, font);
    CHECK(font.body.size() == 5000);

    httplib::Response done;
    done.set_header("Content-Encoding", "gzip");
    done.set_content(std::string(5000, 'a'), "text/plain");
    server::compress_body(head, done);
    CHECK(done.body.size() == 5000);
}
