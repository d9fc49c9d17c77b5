// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/aliases.h"
#include "archive/search/name_resolution.h"
#include "archive/search/searcher.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <map>
#include <memory>

using namespace archive;
using namespace tests;
using Ids = std::vector<std::string>;

namespace {

constexpr std::string_view own =
    "loc:northport\tplace\tNorthport\tNorthport\t\n"
    "loc:northport\tplace\tNorthport\tNP\tcs\n"
    "loc:northport\tplace\tNorthport\tNorthporter\tdem\n"
    "loc:northport\tplace\tNorthport\tHarbour House\tmet\n"
    "person:ann-lee\tperson\tAnn Lee\tAnn P. Lee\t\n"
    "person:ann-lee\tperson\tAnn Lee\tperson:anna-lee\tsame\n"
    "person:pier-nine\tperson\tPier Nine\tPier Nine\tblock\n";

std::shared_ptr<const AliasTable> own_table() {
    return std::make_shared<const AliasTable>(AliasTable::over({}, own));
}

const SmallArchive& port() {
    static const SmallArchive archive({
        {.id = "both",
         .body = "In NP, that is Northport.",
         .date = "2024-01-01",
         .entities = {{EntityType::place, "NP", 1}, {EntityType::place, "Northport", 2}}},
        {.id = "short",
         .body = "Fog in NP. Ann P. Lee came.",
         .date = "2024-01-02",
         .entities = {{EntityType::place, "NP", 1}, {EntityType::person, "Ann P. Lee", 1}}},
        {.id = "people",
         .body = "Northporters and Anna Lee.",
         .date = "2024-01-03",
         .entities = {{EntityType::place, "Northporter", 1}, {EntityType::person, "Anna Lee", 1}}},
        {.id = "house",
         .body = "Harbour House was silent. Pier Nine was not, said Jack Lee.",
         .date = "2024-01-04",
         .entities = {{EntityType::place, "Harbour House", 1},
                      {EntityType::person, "Pier Nine", 1},
                      {EntityType::person, "Jack Lee", 1}}},
    });
    return archive;
}

const Searcher& asked() {
    static const Searcher searcher(*port().searcher(), own_table());
    return searcher;
}

FacetResult facet(const Searcher& searcher, FacetKind kind, const std::string& prefix = "") {
    auto request = asking("");
    request.facets = {kind};
    request.facet_prefix = prefix;
    auto result = searcher.search(request, never());
    REQUIRE(result);
    return result->facets.front();
}

std::map<std::string, std::uint64_t> counts(const FacetResult& facet) {
    std::map<std::string, std::uint64_t> counts;
    for (const auto& value : facet.values)
        counts[value.value + " " + value.label] = value.counts.articles;
    return counts;
}

using Counts = std::map<std::string, std::uint64_t>;

}  // namespace

TEST_CASE("a name finds an article whatever alias the article has") {
    for (const char* query : {"place:Northport", "place:NP", "place:np", "place:northporter",
                              "entity:NP", "place:\"loc:northport\"", "place:\"place:np\""}) {
        CAPTURE(query);
        CHECK(found_any_order(asked(), query) == Ids{"both", "people", "short"});
    }
    CHECK(found_any_order(asked(), "person:\"Ann Lee\"") == Ids{"people", "short"});
    CHECK(found_any_order(asked(), "person:\"person:anna-lee\"") == Ids{"people", "short"});
    CHECK(found_any_order(asked(), "person:\"Jack Lee\"") == Ids{"house"});
    CHECK(found_any_order(asked(), "person:Lee").empty());
}

TEST_CASE("with = a name is the one that is written and no other") {
    CHECK(found_any_order(asked(), "place:=\"NP\"") == Ids{"both", "short"});
    CHECK(found_any_order(asked(), "place:=\"Northport\"") == Ids{"both"});
}

TEST_CASE("what may stand for a place is found when it is asked for widely") {
    auto request = asking("");
    request.filters = {{"place", "Northport~wide", false}};
    CHECK(found(asked(), request) == Ids{"house", "people", "short", "both"});
}

TEST_CASE("a blocked name stands for nothing") {
    const auto table = own_table();
    CHECK(resolve_name(*table, "person", "Pier Nine").empty());
    CHECK(found_any_order(asked(), "person:\"Pier Nine\"").empty());
    CHECK(counts(facet(asked(), FacetKind::person)).count("person:pier-nine Pier Nine") == 0);
    CHECK(asked().suggest("pier", {"entity"}, 10).empty());
}

TEST_CASE("an article with two keys of an id counts once in it, under the label of the table") {
    CHECK(counts(facet(asked(), FacetKind::place))
          == Counts{{"loc:northport Northport", 3}, {"loc:harbour-house Harbour House", 1}});
    CHECK(counts(facet(asked(), FacetKind::person))
          == Counts{{"person:ann-lee Ann Lee", 2}, {"person:jack-lee Jack Lee", 1}});
}

TEST_CASE("a facet of names is narrowed by any alias") {
    CHECK(counts(facet(asked(), FacetKind::place, "np")) == Counts{{"loc:northport Northport", 3}});
    CHECK(counts(facet(asked(), FacetKind::place, "hou"))
          == Counts{{"loc:harbour-house Harbour House", 1}});
}

TEST_CASE("a name is completed by any alias and shown by its label") {
    const auto completions = asked().suggest("NP", {"entity"}, 10);
    REQUIRE(completions.size() == 1);
    CHECK(completions[0].label == "Northport");
    CHECK(completions[0].value == "loc:northport");
    CHECK(completions[0].query == "place:Northport");
    CHECK(completions[0].form == "NP");
    CHECK(completions[0].articles == 3);
}

TEST_CASE("another table is another answer of the same snapshot") {
    const auto searcher = port().searcher();
    const Searcher without(*searcher, std::make_shared<const AliasTable>());
    CHECK(found_any_order(without, "place:NP") == Ids{"both", "short"});
    CHECK(counts(facet(without, FacetKind::person)).at("person:pier-nine Pier Nine") == 1);
    CHECK(without.aliases_digest() != asked().aliases_digest());
    CHECK(asked().aliases_digest() == Searcher(*searcher, own_table()).aliases_digest());
    CHECK(asked().aliases_digest().size() == 8);
    CHECK(&without.snapshot() == &searcher->snapshot());
}

TEST_CASE("the table of the program knows states by their short names") {
    const SmallArchive archive({
        {.id = "full", .entities = {{EntityType::place, "North Korea", 1}}},
        {.id = "short", .entities = {{EntityType::place, "DPRK", 1}}},
        {.id = "us", .entities = {{EntityType::place, "U.S.", 1}, {EntityType::org, "KCNA", 1}}},
    });
    const auto searcher = archive.searcher();
    CHECK(found_any_order(*searcher, "place:\"north korea\"") == Ids{"full", "short"});
    CHECK(found_any_order(*searcher, "place:dprk") == Ids{"full", "short"});
    for (const char* query : {"place:US", "place:U.S.", "place:\"United States\"",
                              "org:\"Korean Central News Agency\""}) {
        CAPTURE(query);
        CHECK(found_any_order(*searcher, query) == Ids{"us"});
    }
}

TEST_CASE("a name is marked where the text names it, in whatever form") {
    const std::string body = "In NP all was quiet. The port slept.";
    const SmallArchive archive({{.id = "quiet",
                                 .title = "Quiet",
                                 .body = body,
                                 .entities = {{EntityType::place,
                                               "Northport",
                                               2,
                                               {{1, 3, 5, NameRole::body},
                                                {1, 25, 29, NameRole::body},
                                                {1, 30, 35, NameRole::credit}}}}}});
    const Searcher searcher(*archive.searcher(), own_table());
    const auto view = searcher.article("quiet00000000000", asking("place:NP"), never());
    REQUIRE(view);
    REQUIRE(view->zones.size() == 2);
    CHECK(shown(view->zones[1].paragraphs[0]) == "In [NP] all was quiet. The [port] slept.");
    REQUIRE(view->names.size() == 1);
    CHECK(view->names[0].forms == Ids{"NP", "Northport", "port"});
}
