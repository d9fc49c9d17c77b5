// SPDX-License-Identifier: GPL-2.0-or-later
// Whoever counts the matches of a search counts the same. paging_test.cc holds lists, facets and
// exports against the articles themselves, this one the other answers against lists.
#include "archive/search/searcher.h"
#include "tests/support/random_articles.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <random>
#include <set>

using namespace archive;
using namespace tests;

namespace {

SearchRequest random_request(std::mt19937& random) {
    auto request = asking(random_query(random));
    if (random() % 4 == 0) request.from = parse_iso_span("2019");
    if (random() % 6 == 0) request.to = parse_iso_span("2020-11");
    if (random() % 4 == 0) request.undated = static_cast<Undated>(random() % 3);
    if (random() % 4 == 0) request.filters = {{"source", "Daily Gull", random() % 2 == 0}};
    request.limit = 0;
    request.histogram = BinUnit::month;
    return request;
}

/// Every bin of a series, and the articles that have no date.
std::uint64_t all_of(const TimelineSeries& series) {
    auto articles = series.undated.articles;
    for (const auto& bin : series.bins) articles += bin.counts.articles;
    return articles;
}

void check_timeline(const Searcher& searcher, const SearchRequest& request,
                    const SearchResult& result, const std::string& other) {
    const auto chart = searcher.timeline({request, {other, request.q}, BinUnit::month}, never());
    REQUIRE(chart);
    const auto& series = chart->series[1];
    CHECK(series.receipt.understood == result.receipt.understood);
    CHECK(series.total == result.total);
    CHECK(series.undated == result.histogram->undated);
    std::map<DayNumber, BothCounts> bins;
    for (const auto& bin : series.bins) bins[bin.start] = bin.counts;
    for (const auto& bin : result.histogram->bins) CHECK(bins[bin.start] == bin.counts);

    auto anytime = request;
    anytime.from = anytime.to = std::nullopt;
    anytime.undated = Undated::exclude;
    const auto all = searcher.search(anytime, never());
    REQUIRE(all);
    // A date clause of the query is left out of the bins too, so there they may be more.
    if (request.q.find("date:") == std::string::npos)
        CHECK(all_of(series) == all->total.articles);
    else
        CHECK(all_of(series) >= all->total.articles);
}

/// The marked stretches of an article as the reader shows it.
std::size_t marks_in(const Searcher& searcher, const std::string& id,
                     const SearchRequest& request) {
    const auto view = searcher.article(id, request, never());
    REQUIRE(view);
    std::size_t marks = 0;
    for (const auto& zone : view->zones) {
        for (const auto& paragraph : zone.paragraphs) {
            for (const auto& segment : paragraph) marks += segment.hit ? 1 : 0;
        }
    }
    return marks;
}

void check_concordance(const Searcher& searcher, SearchRequest request, const SearchResult& result,
                       LineOrder order) {
    request.fold = false;
    std::size_t marks = 0;
    const auto handed = searcher.each_match(request, false, [&](const ResultRow& row) {
        marks += marks_in(searcher, row.article.id, request);
        return true;
    });
    REQUIRE(handed);
    CHECK(*handed == result.total.articles);
    request.limit = 50;
    std::size_t lines = 0;
    for (int pages = 0; pages < 100; ++pages) {
        const auto page = searcher.concordance({request, 40, order}, never());
        REQUIRE(page);
        CHECK(page->total == result.total);
        CHECK_FALSE(page->partial);
        lines += page->lines.size();
        request.cursor = page->next_cursor;
        if (request.cursor.empty()) break;
    }
    CHECK(lines == marks);
}

/// What is told of a result counts it as a list does.
void check_told(const Searcher& searcher, SearchRequest request, const SearchResult& result) {
    const auto told = searcher.telling_terms(request, never());
    REQUIRE(told);
    CHECK(told->total == result.total);
    CHECK(told->read == result.total.stories);

    std::erase_if(request.filters, [](const auto& filter) { return filter.field == "certainty"; });
    request.limit = 200;
    request.sort = Sort::oldest;
    const auto first = searcher.first_mention(request, never());
    REQUIRE(first);
    CHECK(first->total == result.total);
    auto stated = request;
    stated.filters.push_back({"certainty", "stated", false});
    const auto list = searcher.search(stated, never());
    REQUIRE(list);
    REQUIRE(first->first.has_value() == !list->rows.empty());
    if (!first->first) return;
    CHECK(first->first->article.id == list->rows.front().article.id);
    REQUIRE(first->later.size() + 1 == list->rows.size());
    for (std::size_t i = 0; i < first->later.size(); ++i)
        CHECK(first->later[i].article.id == list->rows[i + 1].article.id);
}

}  // namespace

TEST_CASE("every way to count the matches of a random search agrees") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto segments = random_segments(random, {60, 25, 7});
    auto archive = SmallArchive::of_segments(segments, random_kinship(random, segments));
    archive.remove({"x3y", "x40y", "x61y", "x90y"});
    const auto searcher = archive.searcher();
    for (int round = 0; round < 100; ++round) {
        const auto request = random_request(random);
        CAPTURE(request.q);
        const auto result = searcher->search(request, never());
        REQUIRE(result);
        check_timeline(*searcher, request, *result, random_query(random));
        check_told(*searcher, request, *result);
        check_concordance(*searcher, request, *result, static_cast<LineOrder>(random() % 3));
    }
}

TEST_CASE("an article has marks just where a search for places of words finds it") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto segments = random_segments(random, {80, 20});
    const auto archive = SmallArchive::of_segments(segments);
    const auto searcher = archive.searcher();
    const auto word = [&] { return random_word(random); };
    const auto place = [&] { return random() % 2 == 0 ? "@place" : "@person"; };
    const std::vector<std::function<std::string()>> forms{
        [&] { return word() + " NEAR/3 " + place(); },
        [&] { return place() + (" ADJ/2 " + word()); },
        [&] { return std::string(place()) + " NEAR/6 " + place(); },
        [&] { return "(" + word() + " OR @place) SAME \"" + word() + " " + word() + "\""; },
        [&] { return "US NEAR/4 " + word(); },
        [&] { return "US SAME us"; },
        [&] { return "atleast2:US"; },
        [&] { return "atleast2:@place"; },
        [&] { return "headline:US"; },
        [&] { return "body:US"; },
        [&] { return "lead:US"; },
        [&] { return "said:(US " + word() + ")"; },
        [&] { return "said:(" + word() + " NEAR/4 @place)"; },
        [&] { return "(US ADJ/4 " + word() + ") NEAR/9 @person"; },
    };
    std::size_t found = 0, not_found = 0;
    for (int round = 0; round < 60; ++round) {
        auto request = asking(forms[random() % forms.size()]());
        request.fold = false;
        CAPTURE(request.q);
        std::set<std::string> ids;
        const auto handed = searcher->each_match(request, false, [&](const ResultRow& row) {
            ids.insert(row.article.id);
            return true;
        });
        REQUIRE(handed);
        for (const auto& articles : segments) {
            for (const auto& article : articles) {
                CAPTURE(article.id);
                const bool matches = ids.count(article.id) > 0;
                CHECK((marks_in(*searcher, article.id, request) > 0) == matches);
                ++(matches ? found : not_found);
            }
        }
    }
    CHECK(found > 100);
    CHECK(not_found > 100);
}
