// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_parser.h"
#include "archive/search/searcher.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

using namespace archive;
using namespace tests;

namespace {

const Searcher& archive_of_values() {
    static const SmallArchive archive(
        {{.title = "Ferry aground",
          .body = "The ferry ran aground.",
          .source = "The Harbour Times",
          .entities = {{EntityType::person, "Kim Jong Un", 2}},
          .authors = {"Felicity Arnadóttir"},
          .section = "Islands"},
         {.title = "Ferry afloat",
          .body = "The ferry is afloat again.",
          .source = "The Harbour Times"},
         {.title = "Ferry late", .body = "The ferry was late.", .source = "Evening Times"},
         {.title = "Fähre",
          .body = "Die Fähre liegt fest.",
          .source = "Hafenblatt",
          .language = "de"}});
    static const auto searcher = archive.searcher();
    return *searcher;
}

/// What is offered in place of a value: labels, the first first.
std::vector<std::string> instead(const SearchRequest& request) {
    const auto result = archive_of_values().search(request, never());
    REQUIRE(result);
    std::vector<std::string> labels;
    for (const auto& way : result->relax) {
        if (way.kind != "instead") continue;
        CHECK(way.counts.articles > 0);
        labels.push_back(way.label);
    }
    return labels;
}

std::vector<std::string> instead_of(const std::string& field, const std::string& value) {
    SearchRequest request;
    request.filters = {{field, value, false}};
    return instead(request);
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("a language by its name in English, by its own and by three letters leads to its code") {
    for (const auto* name : {"german", "Deutsch", "deu", "de-AT"}) {
        CAPTURE(name);
        CHECK(instead_of("lang", name) == Labels{"lang de"});
    }
    CHECK(instead(asking("ferry lang:english")) == Labels{"lang:en"});
    CHECK(instead_of("lang", "klingon").empty());
}

TEST_CASE("a value is found by its other words, the one of most articles first") {
    CHECK(instead_of("source", "times")
          == Labels{"source The Harbour Times", "source Evening Times"});
    CHECK(instead_of("person", "kim") == Labels{"person Kim Jong Un"});
    CHECK(instead(asking("entity:jong")) == Labels{"entity:\"Kim Jong Un\""});
}

TEST_CASE("a value that is misspelled leads to the one that is meant") {
    CHECK(instead_of("source", "Hafenblat") == Labels{"source Hafenblatt"});
    CHECK(instead_of("author", "Felicity Arnadotir") == Labels{"author Felicity Arnadóttir"});
    CHECK(instead_of("section", "Ialnds") == Labels{"section Islands"});
    CHECK(instead_of("section", "World").empty());
}

TEST_CASE("what is offered in place of a clause leaves the other clauses as they were typed") {
    auto request = asking("ferry source:times -late");
    const auto result = archive_of_values().search(request, never());
    REQUIRE(result);
    REQUIRE_FALSE(result->relax.empty());
    CHECK(result->relax[0].kind == "instead");
    REQUIRE(result->relax[0].change.size() == 1);
    CHECK(result->relax[0].change[0].second == "ferry source:\"The Harbour Times\" -late");
    CHECK(result->relax[0].counts.articles == 2);
}

TEST_CASE("a language that no article is of makes no correction of the words beside it") {
    SearchRequest request = asking("ferries");
    request.filters = {{"lang", "english", false}};
    const auto result = archive_of_values().search(request, never());
    REQUIRE(result);
    CHECK(result->suggestions.empty());
    REQUIRE_FALSE(result->relax.empty());
    CHECK(result->relax[0].counts.articles == 3);
}

TEST_CASE("nothing is offered for a value that articles have, nor for an excluded one") {
    CHECK(instead(asking("snowflake lang:en")).empty());
    CHECK(instead(asking("snowflake -lang:german")).empty());
    SearchRequest request = asking("snowflake");
    request.filters = {{"lang", "german", true}};
    CHECK(instead(request).empty());
}
