// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/vocabulary.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace archive;
using namespace tests;

namespace {

/// Three articles in two segments, so that no lexicon has all words.
const SmallArchive& harbour() {
    static const auto archive = SmallArchive::of_segments(
        {{article_of(
              {.id = "ferry",
               .title = "Ferry varnished",
               .body = "The ferries of the boat varnishers lay idle. A self-defence class met.",
               .zones = {{ZoneKind::furniture, "Ferryman of the year"}}}),
          article_of({.id = "fern", .title = "Ferns", .body = "The fern grew on the quay wall."})},
         {article_of({.id = "boat",
                      .title = "Boats",
                      .body = "A boat, varnishing day, and the ferryboat.\nVarnish the boat."})}});
    return archive;
}

std::vector<std::string> finds(std::string_view q) {
    return found_any_order(*harbour().searcher(), q);
}

std::string marked(std::string_view q) {
    const auto result = harbour().searcher()->search(asking(q), never());
    REQUIRE(result);
    REQUIRE_FALSE(result->rows.empty());
    return shown(result->rows.front().title) + " / " + shown(result->rows.front().snippet);
}

/// The names of the warnings of a search.
std::vector<std::string> warnings(const Searcher& searcher, std::string_view q) {
    const auto result = searcher.search(asking(q), never());
    REQUIRE(result);
    std::vector<std::string> names;
    for (const auto& warning : result->receipt.warnings) names.emplace_back(name(warning.code));
    return names;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a wildcard finds every form that some article has") {
    CHECK(finds("ferr*") == Ids{"boat", "ferry"});
    CHECK(finds("FERR*") == Ids{"boat", "ferry"});
    CHECK(finds("fe?n") == Ids{"fern"});
    CHECK(finds("f?rr*") == Ids{"boat", "ferry"});
    CHECK(finds("varnish?rs") == Ids{"ferry"});
    CHECK(finds("?oat") == Ids{"boat", "ferry"});
    CHECK(finds("self-def*") == Ids{"ferry"});
    CHECK(finds("selfdef*") == Ids{"ferry"});
    CHECK(finds("zzz*").empty());
    CHECK(finds("-ferr*") == Ids{"fern"});
    CHECK(finds("ferr* quay").empty());
}

TEST_CASE("a wildcard keeps to its zone") {
    CHECK(finds("headline:ferr*") == Ids{"ferry"});
    CHECK(finds("body:ferr*") == Ids{"boat", "ferry"});
    CHECK(finds("headline:fe?n") == Ids{});
    CHECK(finds("in:furniture ferrym*") == Ids{"ferry"});
    CHECK(finds("ferrym*").empty());
}

TEST_CASE("a wildcard stands in a phrase as a word does") {
    CHECK(finds("\"boat varnish*\"") == Ids{"boat", "ferry"});
    CHECK(finds("\"boat varnish?rs\"") == Ids{"ferry"});
    CHECK(finds("\"varnish* the boat\"") == Ids{"boat"});
    CHECK(finds("\"varnish* b?at\"").empty());
    CHECK(finds("\"zzz* boat\"").empty());
    CHECK(finds("=\"varnish the b?at\"") == Ids{"boat"});
}

TEST_CASE("a fuzzy word finds what is spelled nearly so and begins the same") {
    CHECK(finds("varnihs~") == Ids{"boat"});
    CHECK(finds("varnishres~1") == Ids{"ferry"});
    CHECK(finds("farnish~").empty());
    CHECK(finds("fery~") == Ids{"fern", "ferry"});
    CHECK(finds("fery~2") == Ids{"fern", "ferry"});
    CHECK(finds("headline:ferms~") == Ids{"fern"});
    CHECK(finds("headline:ferms~2") == Ids{"fern", "ferry"});
    CHECK(finds("boat~1 -ferry~1") == Ids{"boat"});
}

TEST_CASE("marks cover the forms that were found") {
    CHECK(marked("ferr*") == "[Ferry] varnished / The [ferries] of the boat varnishers lay idle. A "
                             "self-defence class met.");
    CHECK(marked("\"boat varnish?rs\"").find("[boat varnishers]") != std::string::npos);
    CHECK(marked("varnihs~").find("[Varnish] the boat") != std::string::npos);
}

TEST_CASE("of more than two hundred forms the most frequent are searched, with a warning") {
    std::vector<Written> articles;
    std::string rare;
    for (int i = 0; i < 230; ++i) rare += "pier" + std::to_string(100 + i) + ' ';
    articles.push_back({.id = "rare", .body = rare});
    articles.push_back({.id = "often", .body = "pier329 quay"});
    articles.push_back({.id = "last", .body = "pier328"});
    articles.push_back({.id = "none", .body = "wall"});
    const SmallArchive archive(articles);
    const auto searcher = archive.searcher();
    CHECK(found_any_order(*searcher, "pier*") == Ids{"last", "often", "rare"});
    CHECK(warnings(*searcher, "pier*") == std::vector<std::string>{"query.wide_wildcard"});
    CHECK(warnings(*searcher, "wall -pier*") == std::vector<std::string>{"query.wide_wildcard"});
    CHECK(warnings(*searcher, "pier* \"pier* quay\"").size() == 2);
    CHECK(warnings(*searcher, "pier3?8").empty());
    CHECK(found_any_order(*searcher, "\"pier* quay\"") == Ids{"often"});
}

TEST_CASE("looking up forms ends with the deadline") {
    const auto searcher = harbour().searcher();
    OpenPostings postings(searcher->snapshot(),
                          std::make_shared<PostingLists>(searcher->snapshot()));
    DeadlineWatch watch(DeadlineWatch::Clock::now());
    Vocabulary vocabulary(postings, watch);
    const auto ask = [&] {
        for (int i = 0; i < 1000; ++i) vocabulary.near("f" + std::to_string(i), 2, "");
    };
    CHECK_THROWS_AS(ask(), Failure);
}
