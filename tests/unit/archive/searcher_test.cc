// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/searcher.h"

#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

using namespace archive;
using namespace tests;
using Ids = std::vector<std::string>;

namespace {

/// Made once: five articles that differ in what the cases below ask.
const Searcher& harbour() {
    static const SmallArchive archive({
        {.id = "strike",
         .title = "Dockers strike in Porthaven",
         .body = "The dockers walked out on Monday.\nTheir right to self-defence is disputed by "
                 "the US government.",
         .date = "2024-11-30",
         .source = "Harbour Times",
         .entities = {{EntityType::person, "Ann Lee", 2}, {EntityType::place, "Porthaven", 1}}},
        {.id = "ferry",
         .title = "Ferry runs aground",
         .body = "A ferry ran aground near Porthaven. It was told to us by the harbour master.",
         .date = "2024-06-19",
         .source = "Daily Gull",
         .zones = {{ZoneKind::caption, "The ferry Halcyon at the lighthouse"},
                   {ZoneKind::furniture,
                    "Crans-Montana bar fire: live\nSubscribe to the "
                    "newsletter"}},
         .entities = {{EntityType::place, "PORTHAVEN", 1}}},
        {.id = "vote",
         .title = "Elections in the valley",
         .body = "Voters elected a mayor. The defense of the valley is self defence, he said.",
         .date = "2024-11",
         .certainty = Certainty::inferred,
         .source = "Harbour Times"},
        {.id = "undated",
         .title = "A letter about bells",
         .body = "The bells of Porthaven ring for the ferry no more.",
         .source = "Harbour Times"},
        {.id = "old",
         .title = "Ferry line opens",
         .body = "The first ferry line opens between the islands and the harbour.",
         .date = "1999",
         .source = "Daily Gull",
         .language = "en"},
    });
    static const auto searcher = archive.searcher();
    return *searcher;
}

}  // namespace

TEST_CASE("an empty query finds every article, newest first and the undated last") {
    CHECK(found(harbour(), "") == Ids{"strike", "vote", "ferry", "old", "undated"});
}

TEST_CASE("words are stemmed and joined by AND") {
    CHECK(found_any_order(harbour(), "election") == Ids{"vote"});
    CHECK(found_any_order(harbour(), "ferries") == Ids{"ferry", "old", "undated"});
    CHECK(found_any_order(harbour(), "ferry porthaven") == Ids{"ferry", "undated"});
    CHECK(found_any_order(harbour(), "ferry OR dockers")
          == Ids{"ferry", "old", "strike", "undated"});
}

TEST_CASE("NOT may stand alone") {
    CHECK(found_any_order(harbour(), "-ferry") == Ids{"strike", "vote"});
    CHECK(found_any_order(harbour(), "ferry -porthaven") == Ids{"old"});
    CHECK(found_any_order(harbour(), "-\"ferry line\"")
          == Ids{"ferry", "strike", "undated", "vote"});
    CHECK(found_any_order(harbour(), "-date:2024") == Ids{"old", "undated"});
}

TEST_CASE("a phrase is its words in their order, not stemmed") {
    CHECK(found_any_order(harbour(), "\"ferry line\"") == Ids{"old"});
    CHECK(found_any_order(harbour(), "\"line ferry\"") == Ids{});
    CHECK(found_any_order(harbour(), "\"ferries line\"") == Ids{});
    CHECK(found_any_order(harbour(), "\"ferry line\" OR \"bells of porthaven\"")
          == Ids{"old", "undated"});
}

TEST_CASE("no phrase crosses a paragraph") {
    CHECK(found_any_order(harbour(), "\"monday their\"") == Ids{});
    CHECK(found_any_order(harbour(), "monday their") == Ids{"strike"});
}

TEST_CASE("hyphenated, parted and differently spelled words meet") {
    for (const char* q : {"self-defence", "\"self defence\"", "\"self-defense\"", "selfdefence",
                          "\"self defense\""}) {
        CAPTURE(q);
        CHECK(found_any_order(harbour(), q) == Ids{"strike", "vote"});
    }
}

TEST_CASE("a phrase goes over hyphens wherever they stand") {
    const SmallArchive archive({
        {.id = "hyphen", .title = "A", .body = "the self-defence law of no-one"},
        {.id = "solid", .title = "B", .body = "the selfdefence law of noone"},
        {.id = "apart",
         .title = "C",
         .body = "the self, defence law",
         .zones = {{ZoneKind::furniture, "the law of the sea"}}},
        {.id = "crossed", .title = "D", .body = "the self\ndefence law, no one"},
    });
    const auto searcher = archive.searcher();
    CHECK(found_any_order(*searcher, "\"selfdefence law\"") == Ids{"apart", "hyphen", "solid"});
    CHECK(found_any_order(*searcher, "\"the selfdefence\"") == Ids{"apart", "hyphen", "solid"});
    CHECK(found_any_order(*searcher, "\"the self-defence law\"")
          == Ids{"apart", "hyphen", "solid"});
    CHECK(found_any_order(*searcher, "\"defence law\"") == Ids{"apart", "crossed", "hyphen"});
    CHECK(found_any_order(*searcher, "\"law of\"") == Ids{"hyphen", "solid"});
    CHECK(found_any_order(*searcher, "in:furniture \"law of\"") == Ids{"apart"});
    CHECK(found_any_order(*searcher, "\"law of the\"") == Ids{});
    CHECK(found_any_order(*searcher, "\"of noone\"") == Ids{"hyphen", "solid"});
    CHECK(found_any_order(*searcher, "\"the the\"") == Ids{});
}

TEST_CASE("capitals ask for the country, small letters for the pronoun as well") {
    CHECK(found_any_order(harbour(), "US") == Ids{"strike"});
    CHECK(found_any_order(harbour(), "U.S.") == Ids{"strike"});
    CHECK(found_any_order(harbour(), "us") == Ids{"ferry", "strike"});
}

TEST_CASE("a zone narrows words and phrases") {
    CHECK(found_any_order(harbour(), "headline:ferry") == Ids{"ferry", "old"});
    CHECK(found_any_order(harbour(), "body:ferries") == Ids{"ferry", "old", "undated"});
    CHECK(found_any_order(harbour(), "caption:lighthouse") == Ids{"ferry"});
    CHECK(found_any_order(harbour(), "body:lighthouse") == Ids{});
    CHECK(found_any_order(harbour(), "lead:dockers") == Ids{"strike"});
    CHECK(found_any_order(harbour(), "lead:government") == Ids{});
    CHECK(found_any_order(harbour(), "headline:\"ferry line\"") == Ids{"old"});
    CHECK(found_any_order(harbour(), "caption:\"ferry halcyon\"") == Ids{"ferry"});
    CHECK(found_any_order(harbour(), "body:\"ferry halcyon\"") == Ids{});
}

TEST_CASE("furniture is found only on purpose, and said beside the result") {
    CHECK(found_any_order(harbour(), "newsletter") == Ids{});
    CHECK(found_any_order(harbour(), "in:furniture newsletter") == Ids{"ferry"});
    CHECK(found_any_order(harbour(), "in:furniture \"bar fire\"") == Ids{"ferry"});
    for (const char* q : {"newsletter", "Crans-Montana", "\"montana bar\"", "aground newsletter"}) {
        CAPTURE(q);
        const auto result = harbour().search(asking(q), never());
        REQUIRE(result);
        CHECK(result->total.articles == 0);
        CHECK(result->outside_furniture == 1);
    }
    const auto result = harbour().search(asking("ferry"), never());
    REQUIRE(result);
    CHECK(result->outside_furniture == 0);
}

TEST_CASE("filters in the query are whole values, case and accents folded") {
    CHECK(found_any_order(harbour(), "source:\"harbour times\"")
          == Ids{"strike", "undated", "vote"});
    CHECK(found_any_order(harbour(), "source:harbour") == Ids{});
    CHECK(found_any_order(harbour(), "has:date") == Ids{"ferry", "old", "strike", "vote"});
    CHECK(found_any_order(harbour(), "lacks:date") == Ids{"undated"});
    CHECK(found_any_order(harbour(), "certainty:inferred") == Ids{"vote"});
}

TEST_CASE("names are found by their key, as a name or as an id") {
    CHECK(found_any_order(harbour(), "person:\"ann lee\"") == Ids{"strike"});
    CHECK(found_any_order(harbour(), "person:ann-lee") == Ids{"strike"});
    CHECK(found_any_order(harbour(), "place:Porthaven") == Ids{"ferry", "strike"});
    CHECK(found_any_order(harbour(), "entity:porthaven") == Ids{"ferry", "strike"});
    auto request = asking("");
    request.filters = {{"place", "loc:porthaven", false}};
    CHECK(found(harbour(), request) == Ids{"strike", "ferry"});
}

TEST_CASE("a date clause finds every article whose span meets it") {
    CHECK(found_any_order(harbour(), "date:2024-11") == Ids{"strike", "vote"});
    CHECK(found_any_order(harbour(), "date:2024-11-05") == Ids{"vote"});
    CHECK(found_any_order(harbour(), "date:1999-12-31") == Ids{"old"});
    CHECK(found_any_order(harbour(), "date:2000..") == Ids{"ferry", "strike", "vote"});
    CHECK(found_any_order(harbour(), "date:2024-11 certainty:stated") == Ids{"strike"});
    CHECK(found_any_order(harbour(), "date:1999 OR dockers") == Ids{"old", "strike"});
}

TEST_CASE("undated articles are counted beside a date filter and included when asked") {
    auto request = asking("ferry date:2024");
    auto result = harbour().search(request, never());
    REQUIRE(result);
    CHECK(result->total.articles == 1);
    CHECK(result->outside_undated == 1);
    request.undated = Undated::include;
    CHECK(found(harbour(), request) == Ids{"ferry", "undated"});
    result = harbour().search(request, never());
    REQUIRE(result);
    CHECK(result->outside_undated == 0);
    request.undated = Undated::only;
    CHECK(found(harbour(), request) == Ids{"undated"});
    request.q = "";
    CHECK(found(harbour(), request) == Ids{"undated"});
}

TEST_CASE("the orders are newest, oldest and lately added, the undated last by date") {
    auto request = asking("ferry");
    request.sort = Sort::newest;
    CHECK(found(harbour(), request) == Ids{"ferry", "old", "undated"});
    request.sort = Sort::oldest;
    CHECK(found(harbour(), request) == Ids{"old", "ferry", "undated"});
    request.sort = Sort::added;
    CHECK(found(harbour(), request) == Ids{"undated", "ferry", "old"});
}

TEST_CASE("a headline weighs more than the text") {
    CHECK(found(harbour(), "ferry").back() == "undated");
}

TEST_CASE("what is no query is refused with its code") {
    const auto result = harbour().search(asking("date:2024-13"), never());
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::query_bad_date);
}

TEST_CASE("parameters are or within one name and and across names") {
    auto request = asking("");
    request.filters = {{"source", "Daily Gull", false}, {"source", "HARBOUR TIMES", false}};
    CHECK(found(harbour(), request).size() == 5);
    request.filters = {{"source", "Harbour Times", false}, {"certainty", "stated", false}};
    CHECK(found(harbour(), request) == Ids{"strike"});
    request.filters = {{"source", "Harbour Times", true}};
    CHECK(found(harbour(), request) == Ids{"ferry", "old"});
    request.filters = {{"certainty", "sure", false}};
    const auto result = harbour().search(request, never());
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::parameter_bad_value);
}

TEST_CASE("the query as understood holds the parameters too") {
    auto request = asking("ferry");
    request.filters = {{"source", "Daily Gull", false}};
    request.from = parse_iso_span("2024-06");
    request.to = parse_iso_span("2024-11");
    const auto result = harbour().search(request, never());
    REQUIRE(result);
    CHECK(result->receipt.understood == "ferry source:\"Daily Gull\" date:2024-06..2024-11");
    CHECK(found(harbour(), result->receipt.understood) == found(harbour(), request));
}

TEST_CASE("clauses are counted when asked and when nothing was found") {
    auto request = asking("ferry lighthouse");
    auto result = harbour().search(request, never());
    REQUIRE(result);
    REQUIRE(result->receipt.clauses.size() == 2);
    CHECK_FALSE(result->receipt.clauses[0].articles);
    request.explain = true;
    result = harbour().search(request, never());
    REQUIRE(result);
    CHECK(result->receipt.clauses[0].articles == 3);
    CHECK(result->receipt.clauses[1].articles == 1);
}

TEST_CASE("what finds nothing is relaxed in ways that find what they say") {
    auto request = asking("ferry dockers");
    request.filters = {{"source", "Daily Gull", false}};
    const auto result = harbour().search(request, never());
    REQUIRE(result);
    CHECK(result->total.articles == 0);
    REQUIRE_FALSE(result->relax.empty());
    CHECK(result->relax.size() <= 3);
    CHECK(result->relax[0].kind == "without");
    CHECK(result->relax[0].label == "dockers");
    CHECK(result->relax[0].counts.articles == 2);
    const auto dated = harbour().search(asking("bells date:2024"), never());
    REQUIRE(dated);
    REQUIRE(dated->relax.size() == 3);
    for (const auto& relaxation : dated->relax) CHECK(relaxation.counts.articles > 0);
}

TEST_CASE("what another language makes of a mistyped word hides no correction") {
    // Danish stems leave one letter of two: to them "harbourr" is "harbour".
    const SmallArchive archive(
        {{.title = "Harbour closed", .body = "The harbour stays closed."},
         {.title = "Harbour open", .body = "The harbour is open again."},
         {.title = "Havnen", .body = "Havnen er lukket.", .language = "da"}});
    const auto wrong = Searcher::open(archive.path())->search(asking("harbourr"), never());
    REQUIRE(wrong);
    CHECK(wrong->total.articles == 0);
    REQUIRE(wrong->suggestions.size() == 1);
    CHECK(wrong->suggestions[0].instead == "harbour");
    const auto right = Searcher::open(archive.path())->search(asking("havne"), never());
    REQUIRE(right);
    CHECK(right->total.articles == 1);  // "havnen" has the stem, in Danish
    CHECK(right->suggestions.empty());
}

TEST_CASE("a word that no article has gets the nearest that one has") {
    const auto result = harbour().search(asking("ferri lighthose"), never());
    REQUIRE(result);
    REQUIRE(result->suggestions.size() == 1);
    CHECK(result->suggestions[0].word == "lighthose");
    CHECK(result->suggestions[0].instead == "lighthouse");
    CHECK(result->suggestions[0].query == "ferri lighthouse");
}

TEST_CASE("the words are completed with how many articles have them") {
    const auto words = harbour().suggest("fer", {"word"}, 5);
    REQUIRE_FALSE(words.empty());
    CHECK(words[0].value == "ferry");
    CHECK(words[0].articles == 3);
    const auto sources = harbour().suggest("tim", {"source"}, 5);
    REQUIRE(sources.size() == 1);
    CHECK(sources[0].query == "source:\"Harbour Times\"");
    const auto names = harbour().suggest("lee", {"entity"}, 5);
    REQUIRE(names.size() == 1);
    CHECK(names[0].query == "person:\"Ann Lee\"");
}

TEST_CASE("an article comes with the marks of the search, by paragraph") {
    auto request = asking("dockers \"right to self-defence\"");
    const auto view = harbour().article("strike0000000000", request, never());
    REQUIRE(view);
    CHECK(shown(view->title) == "[Dockers] strike in Porthaven");
    REQUIRE(view->zones.size() == 2);
    REQUIRE(view->zones[1].paragraphs.size() == 2);
    CHECK(shown(view->zones[1].paragraphs[0]) == "The [dockers] walked out on Monday.");
    CHECK(shown(view->zones[1].paragraphs[1])
          == "Their [right to self-defence] is disputed by the US government.");
    const auto none = harbour().article("nobody0000000000", request, never());
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::article_not_found);
}

TEST_CASE("what only another language makes of a word is marked in its articles alone") {
    // Finnish stems make "sen" of "senate".
    const SmallArchive archive(
        {{.id = "en", .title = "Vote", .body = "Sen. Lee spoke; the senate voted."},
         {.id = "en2", .title = "Votes", .body = "The senate voted again."},
         {.id = "fi", .title = "Laiva", .body = "Laiva palasi sen jalkeen.", .language = "fi"}});
    const auto searcher = Searcher::open(archive.path());
    const auto view = searcher->article("en00000000000000", asking("senate"), never());
    REQUIRE(view);
    CHECK(shown(view->zones[1].paragraphs[0]) == "Sen. Lee spoke; the [senate] voted.");
}

TEST_CASE("sources are reported with their days") {
    const auto sources = harbour().sources();
    REQUIRE(sources.size() == 2);
    CHECK(sources[0].source == "Harbour Times");
    CHECK(sources[0].counts.articles == 3);
    CHECK(iso_day(sources[1].earliest) == "1999-01-01");
    CHECK(iso_day(sources[1].latest) == "2024-06-19");
    CHECK(sources[1].gaps.size() == 1);
    const auto status = harbour().status();
    CHECK(status.counts.articles == 5);
    CHECK(status.sources == 2);
    CHECK(status.certainty[static_cast<std::size_t>(Certainty::none)] == 1);
}

TEST_CASE("a search that comes too late ends as one") {
    const auto search = [] { return harbour().search(asking("ferry"), Searcher::Deadline::min()); };
    CHECK_THROWS_AS((void)search(), Failure);
}

TEST_CASE("a prepared archive answers as one that was not") {
    const SmallArchive archive({{.id = "one",
                                 .body = "The ferry sank.",
                                 .date = "2024-06-19",
                                 .source = "Daily Gull",
                                 .entities = {{EntityType::place, "Porthaven", 1}}},
                                {.id = "two",
                                 .body = "The ferry rose.",
                                 .date = "2024-07-02",
                                 .source = "Harbour Times"}});
    const auto prepared = Searcher::open(archive.path()), other = Searcher::open(archive.path());
    std::size_t parts = 0;
    prepared->prepare([&] {
        ++parts;
        return true;
    });
    CHECK(parts > schema::names_columns);
    auto request = asking("ferry");
    request.facets = {FacetKind::source, FacetKind::place, FacetKind::month};
    const auto left = prepared->search(request, never()), right = other->search(request, never());
    REQUIRE(left);
    REQUIRE(right);
    REQUIRE(left->facets.size() == 3);
    for (std::size_t facet = 0; facet < 3; ++facet) {
        const auto &of_left = left->facets[facet].values, &of_right = right->facets[facet].values;
        REQUIRE(of_left.size() == of_right.size());
        CHECK(of_left.size() == (facet == 1 ? 1 : 2));
        for (std::size_t i = 0; i < of_left.size(); ++i)
            CHECK(of_left[i].value == of_right[i].value);
    }
}
