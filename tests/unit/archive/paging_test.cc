// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/searcher.h"
#include "tests/support/random_articles.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace archive;
using namespace tests;

namespace {

using Ids = std::vector<std::string>;

Ids ids_of(const std::vector<ResultRow>& rows) {
    Ids ids;
    for (const auto& row : rows) ids.push_back(row.article.id);
    return ids;
}

/// Rows of articles with the story of each, as a reader with a list of stories would sort them.
class Kindred {
public:
    Kindred(const Kinship& kinship, const std::vector<ResultRow>& rows) {
        for (const auto& row : rows) {
            const auto& kin = kinship.at(row.article.id);
            members_.push_back({&row.article, kin.story.empty() ? row.article.id : kin.story,
                                kin.role == StoryRole::altered});
        }
    }

    template <typename Test>
    BothCounts counted(const Test& test) const {
        std::set<std::string> stories;
        std::uint64_t articles = 0;
        for (const auto& member : members_) {
            if (!test(*member.article)) continue;
            ++articles;
            stories.insert(member.story);
        }
        return {articles, stories.size()};
    }

    /// The first of each story, an altered one only when it has no other; in the order given.
    Ids leaders() const {
        std::set<std::string> clean, shown;
        for (const auto& member : members_) {
            if (!member.altered) clean.insert(member.story);
        }
        Ids ids;
        for (const auto& member : members_) {
            if (member.altered && clean.count(member.story) > 0) continue;
            if (shown.insert(member.story).second) ids.push_back(member.article->id);
        }
        return ids;
    }

private:
    struct Member {
        const Article* article;
        std::string story;
        bool altered;
    };
    std::vector<Member> members_;
};

template <typename Test>
void check_facet(const std::vector<ResultRow>& rows, const Kinship& kinship,
                 const FacetResult& facet, const Test& has) {
    const Kindred kindred(kinship, rows);
    for (const auto& value : facet.values) {
        CAPTURE(value.value);
        CHECK(value.counts
              == kindred.counted([&](const Article& article) { return has(article, value); }));
    }
}

/// Folding changes rows, never counts; bins hold what the months hold.
void check_counts(const SearchResult& folded, const SearchResult& whole) {
    CHECK(folded.total == whole.total);
    CHECK(folded.outside_undated == whole.outside_undated);
    REQUIRE(folded.facets.size() == whole.facets.size());
    for (std::size_t i = 0; i < whole.facets.size(); ++i) {
        REQUIRE(folded.facets[i].values.size() == whole.facets[i].values.size());
        for (std::size_t j = 0; j < whole.facets[i].values.size(); ++j)
            CHECK(folded.facets[i].values[j].counts == whole.facets[i].values[j].counts);
    }
    REQUIRE(folded.histogram);
    REQUIRE(whole.histogram);
    CHECK(folded.histogram->undated == whole.histogram->undated);
    std::map<std::string, BothCounts> bins;
    for (const auto& bin : whole.histogram->bins)
        bins[iso_day(bin.start).substr(0, 7)] = bin.counts;
    for (const auto& value : whole.facets.back().values) CHECK(bins[value.value] == value.counts);
}

}  // namespace

TEST_CASE("totals, pages, exports and facets agree on random queries") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto segments = random_segments(random, {60, 25, 7});
    const auto kinship = random_kinship(random, segments);
    auto archive = SmallArchive::of_segments(segments, kinship);
    archive.remove({"x3y", "x40y", "x61y", "x90y"});
    const auto searcher = archive.searcher();
    for (int round = 0; round < 150; ++round) {
        const auto q = random_query(random);
        CAPTURE(q);
        auto request = asking(q);
        request.sort = static_cast<Sort>(random() % 5);
        if (random() % 4 == 0) request.from = parse_iso_span("2019");
        if (random() % 4 == 0) request.undated = static_cast<Undated>(random() % 3);
        if (random() % 4 == 0) request.filters = {{"source", "Daily Gull", false}};
        request.facets = {FacetKind::source, FacetKind::person, FacetKind::certainty,
                          FacetKind::month};
        request.histogram = BinUnit::month;
        request.limit = 200;
        const auto folded = searcher->search(request, never());
        request.fold = false;
        const auto whole = searcher->search(request, never());
        REQUIRE(folded);
        REQUIRE(whole);
        const Kindred kindred(kinship, whole->rows);
        CHECK(whole->rows.size() == whole->total.articles);
        CHECK(whole->total == kindred.counted([](const Article&) { return true; }));
        CHECK(ids_of(folded->rows) == kindred.leaders());
        check_counts(*folded, *whole);

        // What a count leaves out is what it counts when nobody asks for it.
        auto other = request;
        other.filters.clear();
        check_facet(searcher->search(other, never())->rows, kinship, whole->facets[0],
                    [](const Article& article, const FacetValue& value) {
                        return article.source == value.label;
                    });
        check_facet(whole->rows, kinship, whole->facets[1],
                    [](const Article& article, const FacetValue& value) {
                        return std::any_of(
                            article.entities.begin(), article.entities.end(),
                            [&](const Entity& entity) { return entity.name == value.label; });
                    });
        check_facet(whole->rows, kinship, whole->facets[2],
                    [](const Article& article, const FacetValue& value) {
                        return name(article.published.certainty) == value.label;
                    });
        if (!request.from && request.undated == Undated::exclude
            && q.find("date:") == std::string::npos) {
            check_facet(
                whole->rows, kinship, whole->facets[3],
                [](const Article& article, const FacetValue& value) {
                    return article.published.known()
                           && iso_day(article.published.span.first).starts_with(value.label);
                });
        }

        request.fold = random() % 2 == 0;
        const auto& rows = request.fold ? folded->rows : whole->rows;
        Ids in_order = ids_of(rows);
        CHECK(rows.size() == (request.fold ? whole->total.stories : whole->total.articles));
        Ids exported;
        const auto handed = searcher->each_match(request, false, [&](const ResultRow& row) {
            exported.push_back(row.article.id);
            return true;
        });
        REQUIRE(handed);
        CHECK(*handed == in_order.size());
        CHECK(exported == in_order);

        auto page = request;
        page.facets.clear();
        page.histogram = BinUnit::none;
        page.limit = 7;
        Ids by_cursor, by_offset;
        for (int pages = 0; pages < 100; ++pages) {
            const auto some = searcher->search(page, never());
            REQUIRE(some);
            CHECK(some->total == whole->total);
            CHECK(some->outside_undated == whole->outside_undated);
            for (const auto& row : some->rows) by_cursor.push_back(row.article.id);
            page.cursor = some->next_cursor;
            if (page.cursor.empty()) break;
        }
        CHECK(by_cursor == in_order);
        page.cursor.clear();
        for (page.offset = 0; page.offset < in_order.size() + 1; page.offset += page.limit) {
            const auto some = searcher->search(page, never());
            REQUIRE(some);
            for (const auto& row : some->rows) by_offset.push_back(row.article.id);
        }
        CHECK(by_offset == in_order);
    }
}

TEST_CASE("a word and its negation are all articles") {
    std::mt19937 random(7);
    const auto archive =
        SmallArchive::of_segments({random_articles(random, 50, 0), random_articles(random, 9, 50)});
    const auto searcher = archive.searcher();
    for (const std::string clause :
         {"ferry", "\"ferry harbour\"", "date:2019", "headline:mayor", "body:\"bells crane\"",
          "(ferry OR \"storm us\")", "certainty:stated", "person:\"Ann Lee\"", "self-defence",
          "body:elections", "(date:2019 OR date:2020-11)", "(-ferry -date:2018)"}) {
        CAPTURE(clause);
        const auto with = found_any_order(*searcher, clause);
        const auto without = found_any_order(*searcher, "-" + clause);
        std::set<std::string> both(with.begin(), with.end());
        both.insert(without.begin(), without.end());
        CHECK(with.size() + without.size() == 59);
        CHECK(both.size() == 59);
        CHECK(found(*searcher, clause + " -" + clause).empty());
    }
}

TEST_CASE("a cursor goes on where the page ended, also after articles were added") {
    SmallArchive archive({{.id = "a", .title = "Ferry", .date = "2024-01-01"},
                          {.id = "b", .title = "Ferry", .date = "2024-01-02"},
                          {.id = "c", .title = "Ferry", .date = "2024-01-03"},
                          {.id = "d", .title = "Ferry", .date = "2024-01-03"}});
    auto request = asking("ferry");
    request.sort = Sort::newest;
    request.limit = 2;
    const auto first = archive.searcher()->search(request, never());
    REQUIRE(first);
    CHECK(first->rows[0].article.id == "c000000000000000");
    CHECK(first->rows[1].article.id == "d000000000000000");
    request.cursor = first->next_cursor;
    archive.add({article_of({.id = "e", .title = "Ferry", .date = "2024-01-04"}),
                 article_of({.id = "f", .title = "Ferry", .date = "2023-01-04"})});
    CHECK(found(*archive.searcher(), request) == Ids{"b", "a"});
    const auto second = archive.searcher()->search(request, never());
    request.cursor = second->next_cursor;
    const auto last = archive.searcher()->search(request, never());
    REQUIRE(last);
    CHECK(last->rows.size() == 1);
    CHECK(last->next_cursor.empty());
}

TEST_CASE("a cursor of another search, another order or none at all is refused") {
    SmallArchive archive({{.id = "a", .title = "Ferry", .date = "2024-01-01"},
                          {.id = "b", .title = "Ferry harbour", .date = "2024-01-02"}});
    auto request = asking("ferry");
    request.limit = 1;
    const auto searcher = archive.searcher();
    const auto first = searcher->search(request, never());
    REQUIRE(first);
    REQUIRE_FALSE(first->next_cursor.empty());
    auto other = request;
    other.q = "harbour";
    auto sorted = request;
    sorted.sort = Sort::oldest;
    for (auto* wrong : {&other, &sorted}) {
        wrong->cursor = first->next_cursor;
        const auto result = searcher->search(*wrong, never());
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::parameter_bad_value);
    }
    for (const char* cursor : {"1", "zzz", "1zzzzzzzzzzzzzzzzzz"}) {
        request.cursor = cursor;
        CHECK_FALSE(searcher->search(request, never()));
    }
}

TEST_CASE("an empty archive answers every question with nothing") {
    const SmallArchive archive{std::vector<Written>{}};
    const auto searcher = archive.searcher();
    for (const char* q : {"", "ferry", "-ferry", "\"a b\"", "date:2024", "in:furniture x"}) {
        auto request = asking(q);
        request.facets = {FacetKind::source, FacetKind::year};
        request.histogram = BinUnit::automatic;
        const auto result = searcher->search(request, never());
        REQUIRE(result);
        CHECK(result->total.articles == 0);
        CHECK(result->rows.empty());
    }
    CHECK(searcher->sources().empty());
    CHECK(searcher->status().counts.articles == 0);
    CHECK(searcher->suggest("fer", {"word", "source", "entity"}, 10).empty());
}
