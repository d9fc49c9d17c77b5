// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/http/described.h"
#include "tests/http/harbour.h"

#include <doctest/doctest.h>

using nlohmann::ordered_json;
using tests::code;

namespace {

const std::string both = "/api/v1/compare?left=times00000000000&right=lantern000000000";

/// Two versions of a story, and an article of another.
tests::LiveServer& live() {
    static const tests::SmallArchive archive(std::vector<tests::Written>{
        {.id = "times",
         .title = "Brask tells pilots the ferry may sail",
         .body = "The boats may sail under their own escort, Ottoline Brask said.\n"
                 "Some 212 pilots stay ashore, the guild of <b>Port Ellery</b> said.\n"
                 "The court will hear both sides on Monday.",
         .date = "2024-11-30",
         .source = "Harbour Times"},
        {.id = "lantern",
         .title = "Brask tells pilots the ferry may sail",
         .body = "The boats are entitled to sail under their own escort, Ottoline Brask said.\n"
                 "The court will hear both sides on Monday. Snow is expected.",
         .date = "2024-11-30",
         .source = "Daily Lantern"},
        {.id = "snow", .title = "Snow on the harbour", .body = "Children built a ferry of it."}});
    static tests::LiveServer server(archive.path());
    return server;
}

ordered_json compared(const std::string& target) {
    auto answer = live().json(target);
    const auto faults = tests::faults(answer, tests::schema_of("/api/v1/compare", "200"));
    CAPTURE((faults.empty() ? "" : faults.front()));
    CHECK(faults.empty());
    return answer;
}

}  // namespace

TEST_CASE("two articles are compared by paragraphs, words, names and figures") {
    const auto answer = compared(both + "&q=ferry");
    CHECK(answer["left"]["source"] == "Harbour Times");
    CHECK(answer["right"]["id"] == "lantern000000000");
    CHECK(answer["right"]["title"][1].dump() == R"({"text":"ferry","hit":true})");
    const auto& paragraphs = answer["paragraphs"];
    REQUIRE(paragraphs.size() == 4);
    CHECK(paragraphs[0].dump()
          == R"({"kind":"same","text":"Brask tells pilots the ferry may sail"})");
    CHECK(paragraphs[1]["edits"].dump()
          == R"([{"text":"The boats "},{"text":"may ","only":"left"},)"
             R"({"text":"are entitled to ","only":"right"},)"
             R"({"text":"sail under their own escort, Ottoline Brask said."}])");
    CHECK(paragraphs[2].dump()
          == R"({"kind":"left","text":)"
             R"("Some 212 pilots stay ashore, the guild of <b>Port Ellery</b> said."})");
    CHECK(paragraphs[3]["edits"].back().dump()
          == R"({"text":" Snow is expected.","only":"right"})");
    CHECK(answer["differ"].dump()
          == R"({"names":{"left":["Port Ellery"],"right":[]},)"
             R"("figures":{"left":["212"],"right":[]}})");
    CHECK(answer["cut"] == false);
}

TEST_CASE("any two articles can be compared, the same one twice as well") {
    const auto same = compared("/api/v1/compare?left=snow000000000000&right=snow000000000000");
    for (const auto& paragraph : same["paragraphs"]) CHECK(paragraph["kind"] == "same");
    const auto other = compared("/api/v1/compare?left=snow000000000000&right=times00000000000");
    for (const auto& paragraph : other["paragraphs"]) {
        CHECK((paragraph["kind"] == "left" || paragraph["kind"] == "right"));
    }
}

TEST_CASE("both articles must be given, and the one that is not there is named") {
    const auto neither = live().problem("/api/v1/compare", 400);
    CHECK(code(neither) == "parameter.bad_value");
    REQUIRE(neither["errors"].size() == 2);
    CHECK(neither["errors"][0]["parameter"] == "left");
    CHECK(neither["errors"][1]["parameter"] == "right");
    const auto empty = live().problem("/api/v1/compare?left=snow000000000000&right=", 400);
    REQUIRE(empty["errors"].size() == 1);
    CHECK(empty["errors"][0]["parameter"] == "right");
    const auto missing = live().problem("/api/v1/compare?left=snow000000000000&right=nosuch", 404);
    CHECK(code(missing) == "article.not_found");
    CHECK(missing["errors"][0]["parameter"] == "right");
    CHECK(missing["errors"][0]["found"] == "nosuch");
    CHECK(code(live().problem(both + "&left=snow000000000000", 400)) == "parameter.repeated");
}

TEST_CASE("a search rides along with a comparison under the checks of every search") {
    compared(both + "&offset=14&limit=3&fold=none&cursor=elsewhere&source=Harbour+Times");
    CHECK(compared(both + "&q=ferry&highlight=html")["left"]["title"]
          == "Brask tells pilots the <mark>ferry</mark> may sail");
    CHECK(code(live().problem(both + "&sorce=x", 400)) == "parameter.unknown");
    CHECK(code(live().problem(both + "&sort=best", 400)) == "parameter.bad_value");
    CHECK(code(live().problem(both + "&from=2025&to=2024", 400)) == "parameter.reversed_range");
    CHECK(code(live().problem(both + "&q=foo:bar", 400)) == "query.unknown_field");
}

TEST_CASE("a comparison that a client has already is not sent again") {
    const auto tag = live().get(both).get_header_value("ETag");
    CHECK_FALSE(tag.empty());
    CHECK(live().get_again(both, tag).status == 304);
    CHECK(live().get_again(both + "&q=ferry", tag).status == 200);
}
