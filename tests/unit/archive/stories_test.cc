// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/searcher.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <map>

using namespace archive;
using namespace tests;
using Ids = std::vector<std::string>;

namespace {

/// A wire story in four versions, a story of two, an article alone, one of no day, one of no story
/// that a machine altered.
std::vector<Written> wire() {
    const auto body = "The ferry sank off the coal quay.";
    return {
        {.id = "first",
         .title = "Ferry sinks",
         .body = body,
         .date = "2024-03-01",
         .source = "Coastline",
         .entities = {{EntityType::person, "Ann Lee", 1}, {EntityType::person, "Bo Chu", 1}},
         .story = "first",
         .event = "first",
         .role = StoryRole::earliest},
        {.id = "cut",
         .title = "Ferry sinks",
         .body = body,
         .date = "2024-03-02",
         .source = "Harbour Times",
         .entities = {{EntityType::person, "Ann Lee", 1}},
         .story = "first",
         .event = "first",
         .role = StoryRole::version},
        {.id = "later",
         .title = "Ferry sinks",
         .body = body + std::string(" Ferry! Ferry!"),
         .date = "2024-04-02",
         .source = "Harbour Times",
         .story = "first",
         .event = "first",
         .role = StoryRole::copy},
        {.id = "spun",
         .title = "Ferry ferry ferry",
         .body = "Ferry ferry, ferry ferry lantern.",
         .date = "2024-03-03",
         .source = "Scraper",
         .story = "first",
         .event = "first",
         .role = StoryRole::altered},
        {.id = "bridge",
         .title = "Bridge opens",
         .body = "The bridge makes the ferry needless.",
         .date = "2023-05-01",
         .source = "Harbour Times",
         .story = "bridge",
         .role = StoryRole::earliest},
        {.id = "bridge2",
         .title = "Bridge opens",
         .body = "The bridge makes the ferry needless.",
         .certainty = Certainty::none,
         .source = "Daily Gull",
         .story = "bridge",
         .role = StoryRole::copy},
        {.id = "alone",
         .title = "A day on the ferry",
         .body = "Gulls followed.",
         .date = "2022",
         .source = "Daily Gull"},
    };
}

const SmallArchive& wire_archive() {
    static const SmallArchive archive(wire());
    return archive;
}

const Searcher& searcher() {
    static const auto searcher = wire_archive().searcher();
    return *searcher;
}

SearchResult searched(const SearchRequest& request) {
    auto result = searcher().search(request, never());
    REQUIRE(result);
    return *std::move(result);
}

using Counts = std::map<std::string, BothCounts>;

Counts counts(const FacetResult& facet) {
    Counts counts;
    for (const auto& value : facet.values) counts[value.value] = value.counts;
    return counts;
}

}  // namespace

TEST_CASE("every count is in articles and in stories") {
    auto request = asking("ferry");
    request.facets = {FacetKind::source, FacetKind::person, FacetKind::year, FacetKind::month,
                      FacetKind::certainty};
    request.histogram = BinUnit::year;
    const auto result = searched(request);
    CHECK(result.total == BothCounts{7, 3});
    CHECK(counts(result.facets[0])
          == Counts{{"Coastline", {1, 1}},
                    {"Harbour Times", {3, 2}},
                    {"Scraper", {1, 1}},
                    {"Daily Gull", {2, 2}}});
    CHECK(counts(result.facets[1])
          == Counts{{"person:ann-lee", {2, 1}}, {"person:bo-chu", {1, 1}}});
    CHECK(counts(result.facets[2]) == Counts{{"2024", {4, 1}}, {"2023", {1, 1}}, {"2022", {1, 1}}});
    CHECK(counts(result.facets[3])["2024-03"] == BothCounts{3, 1});
    CHECK(counts(result.facets[3])["2024-04"] == BothCounts{1, 1});
    CHECK(counts(result.facets[4]) == Counts{{"stated", {6, 3}}, {"none", {1, 1}}});
    REQUIRE(result.histogram);
    CHECK(result.histogram->bins[0].counts == BothCounts{1, 1});
    CHECK(result.histogram->bins[2].counts == BothCounts{4, 1});
    CHECK(result.histogram->undated == BothCounts{1, 1});
}

TEST_CASE("a facet without its own filter counts stories of what the filter leaves out") {
    auto request = asking("ferry");
    request.filters = {{"source", "Harbour Times", false}};
    request.from = parse_iso_span("2024");
    request.facets = {FacetKind::source, FacetKind::certainty};
    request.histogram = BinUnit::month;
    const auto result = searched(request);
    CHECK(result.total == BothCounts{2, 1});
    CHECK(counts(result.facets[0])
          == Counts{{"Coastline", {1, 1}}, {"Harbour Times", {2, 1}}, {"Scraper", {1, 1}}});
    CHECK(counts(result.facets[1]) == Counts{{"stated", {2, 1}}});
    REQUIRE(result.histogram);
    CHECK(result.histogram->bins.front().counts == BothCounts{1, 1});
    CHECK(result.histogram->bins.back().counts == BothCounts{1, 1});
    CHECK(result.outside_undated == 0);
}

TEST_CASE("a story is one row, the version that comes first in the order asked for") {
    auto request = asking("ferry");
    request.sort = Sort::newest;
    CHECK(found(searcher(), request) == Ids{"later", "bridge", "alone"});
    request.sort = Sort::oldest;
    CHECK(found(searcher(), request) == Ids{"alone", "bridge", "first"});
    request.sort = Sort::added;
    CHECK(found(searcher(), request).size() == 3);
    request.fold = false;
    request.sort = Sort::newest;
    CHECK(found(searcher(), request)
          == Ids{"later", "spun", "cut", "first", "bridge", "alone", "bridge2"});
}

TEST_CASE("an altered version stands for its story only when no other matches") {
    CHECK(found(searcher(), "ferry").front() == "later");
    CHECK(found(searcher(), "lantern") == Ids{"spun"});
    auto request = asking("ferry");
    request.filters = {{"source", "Scraper", false}};
    CHECK(found(searcher(), request) == Ids{"spun"});
    request.filters = {{"source", "Scraper", false}, {"source", "Coastline", false}};
    CHECK(found(searcher(), request) == Ids{"first"});
    request.facets = {FacetKind::source};  // the filter is asked of the matches, not of the index
    CHECK(found(searcher(), request) == Ids{"first"});
}

TEST_CASE("of two that say the same the one with a machine's words comes second") {
    const SmallArchive archive(
        {{.id = "spun", .title = "Ferry", .date = "2024", .altered = true},
         {.id = "clean", .title = "Ferry", .date = "2020"},
         {.id = "said", .title = "Ferry", .date = "2024", .event = "e", .role = StoryRole::altered},
         {.id = "less",
          .title = "The ferry was there too",
          .body = "And much else that has nothing to do with it, at great length.",
          .date = "2024"}});
    CHECK(found(*archive.searcher(), "ferry") == Ids{"clean", "said", "spun", "less"});
    auto request = asking("ferry");
    request.sort = Sort::oldest;
    CHECK(found(*archive.searcher(), request).front() == "clean");
}

TEST_CASE("most copied comes first by all versions in the archive, whichever match") {
    auto request = asking("ferry");
    request.sort = Sort::copies;
    CHECK(found(searcher(), request) == Ids{"later", "bridge", "alone"});
    request.to = parse_iso_span("2024-03-01");
    CHECK(found(searcher(), request) == Ids{"first", "bridge", "alone"});
    request.to.reset();
    request.fold = false;
    CHECK(found(searcher(), request)
          == Ids{"later", "spun", "cut", "first", "bridge", "bridge2", "alone"});
}

TEST_CASE("versions that a revision no longer shows fold and count nothing") {
    SmallArchive archive(wire());
    archive.remove({"later", "cut"});
    const auto searcher = archive.searcher();
    auto request = asking("ferry");
    request.sort = Sort::newest;
    request.facets = {FacetKind::source};
    CHECK(found(*searcher, request) == Ids{"first", "bridge", "alone"});
    const auto result = searcher->search(request, never());
    REQUIRE(result);
    CHECK(result->total == BothCounts{5, 3});
}

TEST_CASE("versions in several segments are one story") {
    auto articles = wire();
    SmallArchive archive(articles);
    archive.add({article_of({.id = "newer", .title = "Ferry sinks", .date = "2024-05-01"})});
    archive.relate(
        {{"first", {"first", "", StoryRole::earliest}}, {"newer", {"first", "", StoryRole::copy}}});
    const auto searcher = archive.searcher();
    auto request = asking("ferry");
    request.sort = Sort::newest;
    const auto ids = found(*searcher, request);
    CHECK(ids.front() == "newer");
    CHECK(ids.size() == 7);
    CHECK(std::find(ids.begin(), ids.end(), "first") == ids.end());
}

TEST_CASE("ways on are counted in articles and stories") {
    const auto result = searched(asking("ferry nosuchword"));
    REQUIRE_FALSE(result.relax.empty());
    CHECK(result.relax.front().counts == BothCounts{7, 3});
}

TEST_CASE("sources and the archive as a whole are counted in articles and stories") {
    const auto sources = searcher().sources();
    REQUIRE(sources.size() == 4);
    CHECK(sources[0].source == "Harbour Times");
    CHECK(sources[0].counts == BothCounts{3, 2});
    CHECK(sources[1].counts == BothCounts{2, 2});
    CHECK(searcher().status().counts == BothCounts{7, 3});
}

TEST_CASE("an export and a feed have one row a story unless asked otherwise") {
    for (const bool fold : {true, false}) {
        auto request = asking("ferry");
        request.sort = Sort::newest;
        request.fold = fold;
        Ids ids;
        const auto handed = searcher().each_match(request, false, [&](const ResultRow& row) {
            auto id = row.article.id;
            id.erase(id.find_last_not_of('0') + 1);
            ids.push_back(id);
            return true;
        });
        REQUIRE(handed);
        CHECK(*handed == (fold ? 3 : 7));
        CHECK(ids == found(searcher(), request));
    }
}

TEST_CASE("stories are asked for by how many articles they have") {
    CHECK(found_any_order(searcher(), "copies:>3") == Ids{"later"});
    auto request = asking("copies:2..4");
    request.fold = false;
    CHECK(found(searcher(), request).size() == 6);
    CHECK(found(searcher(), "copies:1") == Ids{"alone"});
    CHECK(found(searcher(), "copies:<2") == Ids{"alone"});
    CHECK(found(searcher(), "copies:0").empty());
    CHECK(found(searcher(), "lacks:copies") == Ids{"alone"});
    CHECK(found(searcher(), "has:copies").size() == 2);
    CHECK(found(searcher(), "has:event").size() == 1);
    CHECK(found(searcher(), "lacks:event").size() == 2);
    CHECK(found(searcher(), "has:copies ferry -copies:4").size() == 1);
    CHECK(found(searcher(), "(copies:1 OR copies:4)").size() == 2);
}

TEST_CASE("a version whose others are gone has no copies") {
    SmallArchive archive(wire());
    archive.remove({"bridge"});
    CHECK(found(*archive.searcher(), "copies:1 ferry").size() == 2);
    CHECK(found(*archive.searcher(), "has:copies") == Ids{"later"});
}

TEST_CASE("articles are asked for by the length of their text") {
    CHECK(found(searcher(), "words:<3") == Ids{"alone"});
    CHECK(found(searcher(), "words:10..").empty());
    CHECK(found(searcher(), "words:9 ferry") == Ids{"later"});  // 7 words and twice "Ferry!"
    CHECK(found(searcher(), "-words:0..100").empty());
}

TEST_CASE("altered wording is asked for, as its own text or its story shows it") {
    CHECK(found(searcher(), "quality:altered") == Ids{"spun"});
    CHECK(found(searcher(), "ferry -quality:altered copies:4") == Ids{"later"});
    const SmallArchive archive(
        {{.id = "a", .title = "Ferry", .altered = true}, {.id = "b", .title = "Ferry"}});
    CHECK(found(*archive.searcher(), "quality:altered") == Ids{"a"});
}

TEST_CASE("the id of a story finds its articles, that of an article the story it is in") {
    SmallArchive archive(wire());
    for (const char* id : {"first00000000000", "FIRST00000000000", "cut0000000000000"}) {
        CAPTURE(id);
        auto request = asking(std::string("story:") + id);
        request.fold = false;
        CHECK(found(searcher(), request).size() == 4);
        CHECK(found(searcher(), std::string("event:") + id).size() == 1);
        auto by_parameter = asking("");
        by_parameter.story = id;
        by_parameter.fold = false;
        CHECK(found(searcher(), by_parameter) == found(searcher(), request));
        by_parameter.event = by_parameter.story;
        CHECK(found(searcher(), by_parameter).size() == 4);
    }
    CHECK(found(searcher(), "story:alone00000000000") == Ids{"alone"});
    CHECK(found(searcher(), "event:alone00000000000").empty());
    CHECK(found(searcher(), "story:nosuch").empty());
    CHECK(found(searcher(), "event:nosuch").empty());
    CHECK(found(searcher(), "-story:first00000000000 ferry").size() == 2);
    CHECK(found(searcher(), "story:first00000000000 lantern") == Ids{"spun"});

    archive.merge_story("bridge", "first");
    const auto merged = archive.searcher();
    for (const char* id : {"first00000000000", "bridge0000000000", "bridge2000000000"}) {
        CAPTURE(id);
        auto request = asking(std::string("story:") + id);
        request.fold = false;
        CHECK(found(*merged, request).size() == 6);
    }
}

TEST_CASE("a story goes on under its id when the article it was named after leaves it") {
    SmallArchive archive(wire());
    archive.relate(
        {{"cut", {"first", "", StoryRole::earliest}}, {"later", {"first", "", StoryRole::copy}}});
    CHECK(found(*archive.searcher(), "story:first00000000000") == Ids{"later"});
    archive.remove({"cut", "later"});
    CHECK(found(*archive.searcher(), "story:first00000000000") == Ids{"first"});
}

TEST_CASE("an article that left the story its own was merged into is a story by itself") {
    SmallArchive archive(wire());
    archive.merge_story("bridge", "first");
    archive.relate(
        {{"first", {"first", "", StoryRole::earliest}}, {"cut", {"first", "", StoryRole::copy}}});
    CHECK(found(*archive.searcher(), "story:bridge0000000000") == Ids{"bridge"});
}
