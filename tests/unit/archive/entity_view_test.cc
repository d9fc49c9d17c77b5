// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/searcher.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

using namespace archive;
using namespace tests;

namespace {

constexpr std::string_view own =
    "person:ann-lee\tperson\tAnn Lee\tAnn P. Lee\t\n"
    "org:coastline\torg\tCoastline\tCoastline\tsource\n";

/// Twelve articles name the town; Ann Lee and Bo Chu come together in three of them.
std::vector<Article> town() {
    std::vector<Article> articles;
    for (int i = 0; i < 12; ++i) {
        const auto number = std::to_string(i);
        Written written{.id = "a" + number,
                        .title = "Report " + number,
                        .body = "The town of Northport on day " + number + ".",
                        .date = "2024-03-" + std::string(i < 9 ? "0" : "") + std::to_string(i + 1),
                        .source = "Harbour Times",
                        .entities = {{EntityType::place, "Northport", 1}}};
        if (i < 3) {
            written.entities.push_back({EntityType::person, i == 0 ? "Ann P. Lee" : "Ann Lee", 1});
            written.entities.push_back({EntityType::person, "Bo Chu", 1});
        }
        articles.push_back(article_of(written));
    }
    const std::string said = "“We will rebuild the pier,” Lee said, Coastline reported.";
    articles[1].zones[1].text = said;
    const auto end = static_cast<std::uint32_t>(said.find(" Lee"));
    articles[1].quotes = {
        {1, 0, end, "person ann lee", "Lee", "org coastline", QuoteBasis::verb_after, 90}};
    return articles;
}

const Searcher& asked() {
    static const auto archive = SmallArchive::of_segments({town()});
    static const Searcher searcher(*archive.searcher(),
                                   std::make_shared<const AliasTable>(AliasTable::over({}, own)));
    return searcher;
}

EntityView view_of(std::string_view id, std::string_view q = "") {
    auto view = asked().entity(id, asking(q), never());
    REQUIRE(view);
    return *std::move(view);
}

}  // namespace

TEST_CASE("related names are those that come together more often than by chance") {
    const auto view = view_of("person:ann-lee");
    CHECK(view.total == BothCounts{3, 3});
    REQUIRE(view.related.size() == 1);  // everybody stands beside the town
    CHECK(view.related[0].name.value == "person:bo-chu");
    CHECK(view.related[0].name.counts.articles == 3);
}

TEST_CASE("a name is told with its forms, its days and what it is quoted with") {
    const auto view = view_of("Ann P. Lee");
    CHECK(view.name.id == "person:ann-lee");
    CHECK(iso_day(view.first) == "2024-03-01");
    CHECK(iso_day(view.last) == "2024-03-03");
    REQUIRE(view.forms.size() == 2);
    CHECK(view.forms[0].written == "Ann Lee");
    CHECK(view.forms[1].articles == 1);
    REQUIRE(view.quotes.size() == 1);
    CHECK(view.quotes[0].text == "“We will rebuild the pier,”");
    CHECK(view.quotes[0].speaker_text == "Lee");
    REQUIRE(view.quotes[0].via);
    CHECK(view.quotes[0].via->id == "org:coastline");
}

TEST_CASE("a name is told in the matches of a search") {
    CHECK(view_of("loc:northport").total.articles == 12);
    CHECK(view_of("loc:northport", "person:\"Bo Chu\"").total.articles == 3);
    auto request = asking("");
    request.from = parse_iso_span("2024-03-10");
    const auto view = asked().entity("loc:northport", request, never());
    REQUIRE(view);
    CHECK(view->total.articles == 3);
    CHECK(view->forms[0].articles == 3);
    CHECK(iso_day(view->first) == "2024-03-10");
    CHECK(view->timeline.bins.size() >= 12);
}

TEST_CASE("a name that the table alone has is told without articles, any other is not found") {
    CHECK(view_of("org:coastline").total.articles == 0);
    const auto none = asked().entity("person:bo-chi", asking(""), never());
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::entity_not_found);
    CHECK(none.error().place->hint == "person:bo-chu");
}
