// SPDX-License-Identifier: GPL-2.0-or-later
// What an archive tells beside lists: similar articles, telling words, first mentions.
#include "tests/http/described.h"
#include "tests/http/harbour.h"

#include <doctest/doctest.h>

using tests::code;
using tests::described;
using tests::live;

TEST_CASE("similar articles are rows of other stories") {
    const std::string address = "/api/v1/articles/tide0t0000000000/similar";
    const auto answer = described("/api/v1/articles/{id}/similar", address + "?limit=3");
    CHECK(answer["id"] == "tide0t0000000000");
    CHECK(answer["results"].size() <= 3);
    for (const auto& row : answer["results"]) CHECK(row["id"] != answer["id"]);
    CHECK(code(live().problem("/api/v1/articles/nosuch/similar", 404)) == "article.not_found");
    CHECK(code(live().problem(address + "?limit=201", 400)) == "parameter.bad_value");
    CHECK(code(live().problem(address + "?q=a", 400)) == "parameter.unknown");
    const auto tag = live().get(address).get_header_value("ETag");
    CHECK(live().get_again(address, tag).status == 304);
}

TEST_CASE("telling words come with what they rest on") {
    const auto answer = described("/api/v1/terms", "/api/v1/terms?q=tide&limit=2");
    CHECK(answer["total"]["articles"] == 30);
    CHECK(answer["read"] == 30);
    CHECK_FALSE(answer["partial"]);
    REQUIRE(answer["terms"].size() == 2);
    CHECK(answer["terms"][0]["articles"] == 30);
    CHECK(described("/api/v1/terms", "/api/v1/terms?q=nothinglikeit")["terms"].empty());
}

TEST_CASE("a first mention is a row, with the later ones behind it") {
    const auto answer = described("/api/v1/first", "/api/v1/first?q=ferry");
    CHECK(answer["first"]["id"] == "snow000000000000");
    REQUIRE(answer["results"].size() == 1);
    CHECK(answer["results"][0]["id"] == "strike0000000000");
    CHECK(answer["outside"].dump() == R"({"inferred_earlier":0,"undated":1})");
    CHECK(answer["next"].is_null());
    CHECK(described("/api/v1/first", "/api/v1/first?q=nothinglikeit")["first"].is_null());
    const auto page = described("/api/v1/first", "/api/v1/first?q=tide&limit=4&fold=none");
    CHECK(page["results"].size() == 4);
    const auto next = described("/api/v1/first", page["next"]);
    CHECK(next["first"]["id"] == page["first"]["id"]);
    CHECK(next["results"][0]["id"] != page["results"][3]["id"]);
}
