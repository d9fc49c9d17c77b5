// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/searcher.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>

using namespace archive;
using namespace tests;

namespace {

const Searcher& press() {
    static const SmallArchive archive({
        {.id = "a",
         .title = "Ferry",
         .date = "2024-01-10",
         .source = "Harbour Times",
         .entities = {{EntityType::person, "Kim Jong Un", 1},
                      {EntityType::person, "KIM JONG-UN", 1},
                      {EntityType::person, "Ann Lee", 1}}},
        {.id = "b",
         .title = "Ferry",
         .date = "2024-02-10",
         .source = "HARBOUR TIMES",
         .entities = {{EntityType::person, "Kim Jong Un", 1}}},
        {.id = "c",
         .title = "Ferry",
         .date = "2024-02",
         .certainty = Certainty::inferred,
         .source = "Daily Gull",
         .entities = {{EntityType::person, "Kim Jong-un", 1}}},
        {.id = "d", .title = "Ferry", .source = "Harbour Times"},
        {.id = "e", .title = "Crane", .date = "2023-12-31", .source = "Daily Gull"},
    });
    static const auto searcher = archive.searcher();
    return *searcher;
}

SearchResult searched(const SearchRequest& request) {
    auto result = press().search(request, never());
    REQUIRE(result);
    return *std::move(result);
}

std::map<std::string, std::uint64_t> counts(const FacetResult& facet) {
    std::map<std::string, std::uint64_t> counts;
    for (const auto& value : facet.values) counts[value.value] = value.counts.articles;
    return counts;
}

using Counts = std::map<std::string, std::uint64_t>;

}  // namespace

TEST_CASE("spellings that differ in case only are one value under the commonest spelling") {
    auto request = asking("ferry");
    request.facets = {FacetKind::source, FacetKind::person};
    const auto result = searched(request);
    REQUIRE(result.facets.size() == 2);
    CHECK(counts(result.facets[0]) == Counts{{"Harbour Times", 3}, {"Daily Gull", 1}});
    CHECK(counts(result.facets[1]) == Counts{{"person:kim-jong-un", 3}, {"person:ann-lee", 1}});
    CHECK(result.facets[1].values[0].label == "Kim Jong Un");
}

TEST_CASE("a facet leaves out its own filter and keeps the others") {
    auto request = asking("ferry");
    request.filters = {{"source", "daily gull", false}};
    request.facets = {FacetKind::source, FacetKind::person, FacetKind::certainty};
    const auto result = searched(request);
    CHECK(result.total.articles == 1);
    CHECK(counts(result.facets[0]) == Counts{{"Harbour Times", 3}, {"Daily Gull", 1}});
    CHECK(counts(result.facets[1]) == Counts{{"person:kim-jong-un", 1}});
    CHECK(counts(result.facets[2]) == Counts{{"inferred", 1}});
}

TEST_CASE("a facet keeps the days and the histogram leaves them out") {
    auto request = asking("ferry");
    request.from = parse_iso_span("2024-02-01");
    request.facets = {FacetKind::source, FacetKind::year};
    request.histogram = BinUnit::month;
    const auto result = searched(request);
    CHECK(result.total.articles == 2);
    CHECK(result.outside_undated == 1);
    CHECK(counts(result.facets[0]) == Counts{{"Harbour Times", 1}, {"Daily Gull", 1}});
    CHECK(counts(result.facets[1]) == Counts{{"2024", 3}});
    REQUIRE(result.histogram);
    REQUIRE(result.histogram->bins.size() == 2);
    CHECK(iso_day(result.histogram->bins[0].start) == "2024-01-01");
    CHECK(result.histogram->bins[0].counts.articles == 1);
    CHECK(result.histogram->bins[1].counts.articles == 2);
    CHECK(result.histogram->bins[1].inferred == 1);
    CHECK(result.histogram->bins[1].archive == 2);
    CHECK(result.histogram->undated.articles == 1);
}

TEST_CASE("date clauses of the query that stand alone are left out of the histogram, too") {
    for (const char* q : {"ferry date:2024-01", "date:2024-01 ferry"}) {
        auto request = asking(q);
        request.histogram = BinUnit::month;
        const auto result = searched(request);
        CHECK(result.total.articles == 1);
        REQUIRE(result.histogram);
        CHECK(result.histogram->bins.size() == 2);
    }
    auto request = asking("(date:2024-01 OR crane)");
    request.histogram = BinUnit::year;
    const auto result = searched(request);
    REQUIRE(result.histogram);
    REQUIRE(result.histogram->bins.size() == 2);
    CHECK(result.histogram->bins[0].counts.articles == 1);
    CHECK(result.histogram->bins[1].counts.articles == 1);
}

TEST_CASE("the answer is the same with the filter in the postings and in the columns") {
    for (const char* q : {"ferry", "", "-crane", "ferry OR crane"}) {
        for (const bool excluded : {false, true}) {
            CAPTURE(q);
            auto request = asking(q);
            request.filters = {{"source", "Harbour Times", excluded},
                               {"person", "person:kim-jong-un", false}};
            request.to = parse_iso_span("2024-02");
            const auto plain = searched(request);
            request.facets = {FacetKind::source, FacetKind::person, FacetKind::month};
            request.histogram = BinUnit::day;
            const auto counted = searched(request);
            CHECK(plain.total == counted.total);
            CHECK(plain.outside_undated == counted.outside_undated);
            CHECK(plain.rows.size() == counted.rows.size());
        }
    }
}

TEST_CASE("a selected value is among the values even when nothing has it") {
    auto request = asking("crane");
    request.filters = {{"person", "Ann Lee", false}, {"source", "No Such Paper", false}};
    request.facets = {FacetKind::person, FacetKind::source};
    const auto result = searched(request);
    CHECK(counts(result.facets[0]) == Counts{{"person:ann-lee", 0}});
    CHECK(counts(result.facets[1]) == Counts{{"No Such Paper", 0}});
}

TEST_CASE("a long facet is cut and searched by the beginning of any word") {
    auto request = asking("");
    request.facets = {FacetKind::source};
    request.facet_limit = 1;
    CHECK(counts(searched(request).facets[0]) == Counts{{"Harbour Times", 3}});
    request.facet_prefix = "GU";
    CHECK(counts(searched(request).facets[0]) == Counts{{"Daily Gull", 2}});
}

TEST_CASE("a place counts once in an article and a story, whatever it is called there") {
    std::mt19937 random(3);
    constexpr std::array known{"North Korea", "DPRK", "United States", "U.S.", "USA"};
    std::vector<std::vector<Article>> segments(2);
    Kinship kinship;
    std::map<std::string, BothCounts> plain;
    std::map<std::string, std::set<std::string>> stories;
    for (int i = 0; i < 200; ++i) {
        Written written{
            .id = "p" + std::to_string(i) + "q", .title = "Ferry", .date = "2024-01-10"};
        for (auto left = random() % 50; left > 0; --left) {
            const auto pick = random() % 100;
            written.entities.push_back({EntityType::place, pick < known.size()
                                                               ? known[pick]
                                                               : "Pier " + std::to_string(pick)});
        }
        auto& story = kinship[written.id].story;
        story = random() % 3 == 0 ? "s" + std::to_string(random() % 20) + "t" : "";
        std::set<std::string> ids;
        for (const auto& place : written.entities)
            ids.insert(AliasTable::shipped().id_of(name_key(place.type, place.name)));
        for (const auto& id : ids) {
            ++plain[id].articles;
            if (story.empty() || stories[story].insert(id).second) ++plain[id].stories;
        }
        segments[random() % segments.size()].push_back(article_of(written));
    }
    const auto archive = SmallArchive::of_segments(segments, kinship);
    auto request = asking("ferry");
    request.facets = {FacetKind::place};
    request.facet_limit = 100;
    const auto result = archive.searcher()->search(request, never());
    REQUIRE(result);
    const auto& values = result->facets.front().values;
    CHECK(values.size() == plain.size());
    for (const auto& value : values) {
        CAPTURE(value.value);
        CHECK(value.counts == plain[value.value]);
    }
    for (std::size_t i = 1; i < values.size(); ++i) {
        const auto &one = values[i - 1], &next = values[i];
        CHECK((one.counts.articles > next.counts.articles
               || (one.counts.articles == next.counts.articles && one.label < next.label)));
    }
    request.facet_limit = 7;
    const auto cut = archive.searcher()->search(request, never());
    REQUIRE(cut);
    REQUIRE(cut->facets.front().values.size() == 7);
    for (std::size_t i = 0; i < 7; ++i)
        CHECK(cut->facets.front().values[i].value == values[i].value);
}

TEST_CASE("the unit of a histogram fits the span") {
    auto request = asking("");
    request.histogram = BinUnit::automatic;
    const auto result = searched(request);
    REQUIRE(result.histogram);
    CHECK(result.histogram->unit == BinUnit::day);
    CHECK(iso_day(result.histogram->bins.front().start) == "2023-12-31");
    CHECK(iso_day(result.histogram->bins.back().start) == "2024-02-10");
    request.histogram = BinUnit::week;
    CHECK(iso_day(searched(request).histogram->bins.front().start) == "2023-12-25");
}

TEST_CASE("what a revision no longer shows is counted nowhere") {
    SmallArchive archive({{.id = "a", .title = "Ferry", .date = "2024", .source = "Gull"},
                          {.id = "b", .title = "Ferry", .date = "2023", .source = "Gull"}});
    archive.remove({"b"});
    auto request = asking("ferry");
    request.facets = {FacetKind::source};
    request.histogram = BinUnit::year;
    const auto searcher = archive.searcher();
    const auto result = searcher->search(request, never());
    REQUIRE(result);
    CHECK(result->total.articles == 1);
    CHECK(result->facets[0].values[0].counts.articles == 1);
    CHECK(result->histogram->bins.size() == 1);
    CHECK_FALSE(searcher->article("b000000000000000", asking(""), never()));
    CHECK(found(*searcher, "-ferry").empty());
}
