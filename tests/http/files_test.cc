// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/http/described.h"
#include "tests/http/harbour.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

using nlohmann::ordered_json;
using tests::live;
using tests::LiveServer;
using tests::SmallArchive;
using tests::Written;

namespace {

std::vector<std::string> lines(const std::string& body) {
    std::vector<std::string> all;
    std::istringstream stream(body);
    for (std::string line; std::getline(stream, line);) all.push_back(line);
    return all;
}

}  // namespace

TEST_CASE("an export holds every match, whatever limit and offset say") {
    for (const char* query : {"limit=1&offset=30&format=jsonl", "format=jsonl"}) {
        const auto rows = lines(live().get(std::string("/api/v1/export?") + query).body);
        CHECK(rows.size() == 34);
    }
    const auto answer = live().get("/api/v1/export?q=ferry&sort=newest");
    CHECK(answer.get_header_value("Content-Disposition")
          == "attachment; filename=\"dateline.jsonl\"");
    const auto rows = lines(answer.body);
    REQUIRE(rows.size() == 4);
    for (const auto& line : rows) {
        const auto row = ordered_json::parse(line);
        const auto faults =
            tests::faults(row, tests::schema_of("/api/v1/export", "200", "application/x-ndjson"));
        CAPTURE((faults.empty() ? "" : faults.front()));
        CHECK(faults.empty());
    }
    CHECK(ordered_json::parse(rows[1])["text"]
          == "The ferry sails again.\nAnn Lee <b>thanked</b> the crews.");
}

TEST_CASE("a table defuses formulas and a reference manager's files are whole") {
    const auto table = lines(live().get("/api/v1/export?q=ferry&format=csv").body);
    REQUIRE(table.size() == 5);
    CHECK(table[0].starts_with("\xef\xbb\xbfid,permalink,"));
    CHECK(std::any_of(table.begin(), table.end(), [](const std::string& line) {
        return line.find("\"'=Fog holds the ferry, again\"") != std::string::npos;
    }));
    const auto csl = ordered_json::parse(live().get("/api/v1/export?q=ferry&format=csljson").body);
    CHECK(csl.size() == 4);
    CHECK(ordered_json::parse(live().get("/api/v1/export?q=nothing&format=csljson").body).empty());
    const auto ris = live().get("/api/v1/export?q=ferry&format=ris").body;
    CHECK(std::count(ris.begin(), ris.end(), '\n') > 4);
    const auto bibtex = live().get("/api/v1/export?q=ferry&format=bibtex").body;
    CHECK(bibtex.find("@article{dateline-strike0000000000,") != std::string::npos);
}

TEST_CASE("a feed lists the newest added first and keeps its ids") {
    const auto answer = live().get("/feed.atom?q=ferry&limit=3");
    CHECK(answer.get_header_value("Content-Type") == "application/atom+xml; charset=utf-8");
    const auto& feed = answer.body;
    CHECK(feed.find("<id>urn:dateline:strike0000000000</id>") != std::string::npos);
    CHECK(feed.find("(date inferred: [Nov 2024])") != std::string::npos);
    CHECK(feed.find("&lt;b&gt;thanked") != std::string::npos);
    std::vector<std::string> moments;
    for (std::size_t at = feed.find("<entry>");
         (at = feed.find("<updated>", at)) != std::string::npos; ++at)
        moments.push_back(feed.substr(at, 29));
    CHECK(moments.size() == 3);
    CHECK(std::is_sorted(moments.rbegin(), moments.rend()));
}

TEST_CASE("the same question has the same tag and is not answered twice") {
    for (const char* target :
         {"/api/v1/search?q=ferry", "/api/v1/articles/strike0000000000?q=ferry", "/api/v1/status",
          "/api/v1/fields", "/api/v1/export?q=ferry", "/feed.atom", "/openapi.json"}) {
        CAPTURE(target);
        const auto tag = live().get(target).get_header_value("ETag");
        REQUIRE_FALSE(tag.empty());
        CHECK(live().get(target).get_header_value("ETag") == tag);
        const auto again = live().get_again(target, tag);
        CHECK(again.status == 304);
        CHECK(again.body.empty());
        CHECK(live().get_again("/api/v1/search?q=another", tag).status == 200);
    }
    CHECK_FALSE(live().get("/api/v1/search?q=%22").has_header("Dateline-Problem"));
    CHECK_FALSE(live().get("/api/v1/search?q=foo:bar").has_header("ETag"));
}

TEST_CASE("HEAD has the headers of GET and no body") {
    for (const char* target : {"/api/v1/search?q=ferry", "/api/v1/export?q=ferry"}) {
        const auto head = live().head(target);
        CHECK(head.status == 200);
        CHECK(head.body.empty());
        CHECK(head.get_header_value("ETag") == live().get(target).get_header_value("ETag"));
    }
}

TEST_CASE("a new revision has another tag for the same question") {
    SmallArchive archive(std::vector<Written>{{.id = "one", .title = "One ferry"}});
    LiveServer before(archive.path());
    archive.add({tests::article_of({.id = "two", .title = "Two ferries"})});
    LiveServer after(archive.path());
    const auto old = before.get("/api/v1/search?q=ferry");
    const auto fresh = after.get_again("/api/v1/search?q=ferry", old.get_header_value("ETag"));
    REQUIRE(fresh.status == 200);
    CHECK(ordered_json::parse(old.body)["total"]["articles"] == 1);
    CHECK(ordered_json::parse(fresh.body)["total"]["articles"] == 2);
    CHECK(ordered_json::parse(fresh.body)["index"]["revision"] == 2);
}

TEST_CASE("without an index the API says so, and an empty one is no error") {
    const tests::TemporaryFolder nowhere;
    LiveServer server(nowhere.path());
    for (const char* target : {"/api/v1/search?q=x", "/api/v1/status", "/api/v1/export",
                               "/api/v1/articles/strike0000000000", "/feed.atom"}) {
        CHECK(server.problem(target, 503)["code"] == "index.not_ready");
        CHECK(server.get(target).get_header_value("Retry-After") == "1");
    }
    CHECK(server.get("/readyz").status == 503);
    CHECK(server.get("/healthz").status == 200);

    const SmallArchive nothing(std::vector<Written>{});
    LiveServer empty(nothing.path());
    CHECK(empty.json("/readyz")["status"] == "ok");
    const auto answer = empty.json("/api/v1/search?q=ferry&facets=source,year&histogram=auto");
    CHECK(tests::faults(answer, tests::schema_of("/api/v1/search", "200")).empty());
    CHECK(answer["total"]["articles"] == 0);
    CHECK(answer["histogram"]["bins"].empty());
    CHECK(empty.json("/api/v1/status")["span"]["earliest"].is_null());
    CHECK(empty.get("/api/v1/export").body.empty());
    CHECK(empty.get("/feed.atom").status == 200);
}

TEST_CASE("a search that has no time left is refused and not half answered") {
    const SmallArchive archive(tests::harbour_articles());
    LiveServer server(archive.path(), {"server.deadline_ms=100", "server.searches=1"});
    const auto turn = server.app().turn();  // the only one
    REQUIRE(turn);
    CHECK(server.problem("/api/v1/search?q=ferry", 503)["code"] == "server.busy");
}
