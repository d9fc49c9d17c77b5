// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/http/described.h"
#include "tests/http/harbour.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tests;
using archive::StoryRole;
using nlohmann::ordered_json;

namespace {

std::vector<Written> wire() {
    const std::string first = "The ferry Halcyon ran aground off the coal quay at dawn.";
    const std::string second = "Nobody was hurt, the harbour master said on the quay.";
    return {
        {.id = "wire",
         .title = "Ferry aground",
         .body = first + "\n" + second,
         .date = "2024-03-02",
         .source = "Coastline",
         .story = "wire",
         .event = "wire",
         .role = StoryRole::earliest},
        {.id = "cut",
         .title = "Ferry aground",
         .body = first,
         .date = "2024-03-01",
         .source = "Harbour Times",
         .story = "wire",
         .event = "wire",
         .role = StoryRole::version},
        {.id = "letter",
         .title = "Ferry aground",
         .body = first + "\n" + second,
         .source = "Daily Gull",
         .story = "wire",
         .role = StoryRole::copy},
        {.id = "spun",
         .title = "Ferry grounded",
         .body = first,
         .date = "2024-03-01",
         .source = "Scraper",
         .altered = true,
         .story = "wire",
         .role = StoryRole::altered},
        {.id = "eye",
         .title = "I saw the Halcyon stop",
         .body = "It stopped, and nobody spoke.",
         .date = "2024-03-04",
         .source = "Daily Gull",
         .event = "wire"},
        {.id = "alone", .title = "A ferry timetable", .body = "Six sailings.", .date = "2023"},
    };
}

LiveServer& wire_server() {
    static SmallArchive archive(wire());
    static const bool merged = (archive.merge_story("older", "wire"), true);
    static LiveServer server(archive.path());
    CHECK(merged);
    return server;
}

ordered_json described_here(const std::string& path, const std::string& target) {
    auto answer = wire_server().json(target);
    const auto faults = tests::faults(answer, schema_of(path, "200"));
    CAPTURE(target);
    CAPTURE((faults.empty() ? "" : faults.front()));
    CHECK(faults.empty());
    return answer;
}

ordered_json search(const std::string& query) {
    return described_here("/api/v1/search", "/api/v1/search?" + query);
}

std::vector<std::string> ids(const ordered_json& rows) {
    std::vector<std::string> all;
    for (const auto& row : rows) {
        auto id = row["id"].get<std::string>();
        id.erase(id.find_last_not_of('0') + 1);
        all.push_back(id);
    }
    return all;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a row says what its article is to others") {
    const auto row = search("q=ferry&sort=newest")["results"][0];
    CHECK(row["story"].dump() == R"({"id":"wire000000000000","articles":4,"role":"earliest"})");
    CHECK(row["event"].dump() == R"({"id":"wire000000000000","articles":3})");
    CHECK(row["quality"]["altered"] == false);
    const auto alone = search("q=timetable")["results"][0];
    CHECK(alone["story"].dump() == R"({"id":"alone00000000000","articles":1,"role":"only"})");
    CHECK(alone["event"].is_null());
    CHECK(search("q=grounded")["results"][0]["quality"]["altered"] == true);
}

TEST_CASE("totals, facets and bins are in both units, rows in stories") {
    const auto answer =
        search("q=ferry&undated=include&facets=source,year&histogram=year&sort=copies");
    CHECK(answer["total"].dump() == R"({"articles":5,"stories":2,"exact":true})");
    CHECK(ids(answer["results"]) == Ids{"wire", "alone"});
    CHECK(answer["facets"]["year"][0].dump()
          == R"({"value":"2024","label":"2024","articles":3,"stories":1})");
    CHECK(answer["histogram"]["bins"].back()["stories"] == 1);
    CHECK(answer["histogram"]["undated"].dump() == R"({"articles":1,"stories":1})");
    CHECK(search("q=ferry&fold=none")["results"].size() == 5);
    CHECK(wire_server().json("/api/v1/status")["stories"] == 3);
    const auto facet = described_here("/api/v1/facets/{name}", "/api/v1/facets/year?q=ferry");
    CHECK(facet["values"][0]["stories"] == 1);
}

TEST_CASE("a story lists its versions, the earliest first and the undated last") {
    const auto story = described_here("/api/v1/stories/{id}", "/api/v1/stories/wire000000000000");
    CHECK(story["id"] == "wire000000000000");
    CHECK(story["articles"] == 4);
    const auto& members = story["members"];
    CHECK(ids(members) == Ids{"wire", "cut", "spun", "letter"});
    CHECK(members[0]["role"] == "earliest");
    CHECK(members[0]["kept"] == 1.0);
    CHECK(members[0]["added"] == 0);
    CHECK(members[0]["dropped"] == 0);
    CHECK(members[1]["kept"].get<double>() > 0.4);
    CHECK(members[1]["kept"].get<double>() < 0.6);
    CHECK(members[1]["dropped"] == 10);
    CHECK(members[2]["role"] == "altered");
    CHECK(members[3]["kept"] == 1.0);
    CHECK(members[3]["published"]["certainty"] == "none");
}

TEST_CASE("a story answers to the ids of its articles and of what became part of it") {
    for (const char* id : {"cut0000000000000", "letter0000000000", "older00000000000"}) {
        const auto story =
            described_here("/api/v1/stories/{id}", std::string("/api/v1/stories/") + id);
        CHECK(story["id"] == "wire000000000000");
        CHECK(story["members"].size() == 4);
    }
    const auto alone = described_here("/api/v1/stories/{id}", "/api/v1/stories/alone00000000000");
    CHECK(alone["articles"] == 1);
    CHECK(alone["members"][0]["role"] == "only");
    CHECK(alone["members"][0]["kept"] == 1.0);
    CHECK(code(wire_server().problem("/api/v1/stories/nosuch", 404)) == "story.not_found");
    CHECK(code(wire_server().problem("/api/v1/stories/alone00000000000?q=a", 400))
          == "parameter.unknown");
}

TEST_CASE("an article comes with the versions of its story and the reports of its event") {
    const std::string address = "/api/v1/articles/";
    const auto cut = described_here("/api/v1/articles/{id}", address + "cut0000000000000");
    CHECK(cut["story"]["role"] == "version");
    CHECK(ids(cut["story"]["members"]) == Ids{"wire", "cut", "spun", "letter"});
    CHECK(cut["event"]["articles"] == 3);
    CHECK(ids(cut["event"]["members"]) == Ids{"cut", "wire", "eye"});
    const auto eye = described_here("/api/v1/articles/{id}", address + "eye0000000000000");
    CHECK(ids(eye["story"]["members"]) == Ids{"eye"});
    CHECK(eye["event"]["id"] == "wire000000000000");
    const auto alone = described_here("/api/v1/articles/{id}", address + "alone00000000000");
    CHECK(alone["event"].is_null());
}

TEST_CASE("clauses of stories say what they are, in the receipt and when nothing is found") {
    const auto answer = search("q=story:cut0000000000000+copies:%3E3+lacks:copies&explain=1");
    const auto& clauses = answer["query"]["clauses"];
    CHECK(clauses[0]["kind"] == "filter");
    CHECK(clauses[0]["articles"] == 4);
    CHECK(clauses[1]["kind"] == "number");
    CHECK(clauses[1]["articles"] == 4);
    CHECK(clauses[2]["kind"] == "has");
    CHECK(clauses[2]["articles"] == 2);
    REQUIRE_FALSE(answer["relax"].empty());
    CHECK(answer["relax"][0]["articles"] == 4);
    CHECK(answer["relax"][0]["stories"] == 1);
    CHECK(search("event=cut0000000000000")["query"]["understood"] == "event:cut0000000000000");
    CHECK(search("event=cut0000000000000&fold=none")["results"].size() == 3);
}

TEST_CASE("exports and feeds have one row a story, and say which") {
    const auto rows = [](const std::string& query) {
        const auto body = wire_server().get("/api/v1/export?q=ferry&" + query).body;
        return std::count(body.begin(), body.end(), '\n');
    };
    CHECK(rows("format=jsonl") == 2);
    CHECK(rows("format=jsonl&fold=none") == 5);
    CHECK(rows("format=csv") == 3);
    const auto table = wire_server().get("/api/v1/export?q=aground&format=csv").body;
    CHECK(table.find(",wire000000000000,4,version,wire000000000000\r\n") != std::string::npos);
    const auto feed = wire_server().get("/feed.atom?q=ferry").body;
    CHECK(feed.find("urn:dateline:alone00000000000") != std::string::npos);
    CHECK(feed.find("urn:dateline:cut0000000000000") == std::string::npos);
}
