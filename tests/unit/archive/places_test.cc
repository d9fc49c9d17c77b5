// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

using namespace archive;
using namespace tests;

namespace {

using Ids = std::vector<std::string>;

std::string snippet_for(const Searcher& searcher, std::string_view q) {
    const auto result = searcher.search(asking(q), never());
    REQUIRE(result);
    REQUIRE(result->rows.size() == 1);
    return shown(result->rows.front().snippet);
}

}  // namespace

TEST_CASE("a name of a type is met where all its words stand, a person also by the last one") {
    const SmallArchive archive({
        {.id = "a1",
         .body = "The bribe was paid by Ada Holm of the port\nLater it was Holm who sang",
         .entities = {{EntityType::person, "Ada Holm"}, {EntityType::org, "Port of Sallow"}}},
        {.id = "b1",
         .body = "A bribe was paid by Holm",
         .entities = {{EntityType::person, "Per Dahl"}}},
        {.id = "c1",
         .body = "The bribe shook the UN and Lee Jong Un",
         .entities = {{EntityType::person, "Lee Jong Un"}}},
    });
    const auto searcher = archive.searcher();
    CHECK(found_any_order(*searcher, "bribe NEAR/4 @person") == Ids{"a1"});
    CHECK(found_any_order(*searcher, "sang NEAR/2 @person") == Ids{"a1"});
    CHECK(found_any_order(*searcher, "shook NEAR/2 @person").empty());
    CHECK(found_any_order(*searcher, "shook NEAR/4 @person") == Ids{"c1"});
    CHECK(found_any_order(*searcher, "port NEAR/9 @org").empty());
    CHECK(found_any_order(*searcher, "@person") == Ids{"a1", "b1", "c1"});
    CHECK(snippet_for(*searcher, "bribe NEAR/4 @person")
          == "The [bribe] was paid by [Ada Holm] of the port Later it was Holm who sang");
    CHECK(snippet_for(*searcher, "sang NEAR/2 @person") == "… Later it was [Holm] who [sang]");
}

TEST_CASE("what another language makes of a word is not near in articles of this one") {
    const SmallArchive archive({
        {.id = "a1", .body = "The cook bakes bread"},
        {.id = "b1", .body = "She bakes cookies"},
        {.id = "c1", .body = "She bakes bread, not cookies, and the cook bakes more"},
        {.id = "d1", .body = "Le cook bakes", .language = "fr"},
    });
    const auto searcher = archive.searcher();
    CHECK(found_any_order(*searcher, "cookies NEAR/1 bakes") == Ids{"b1", "d1"});
}

TEST_CASE("furniture is near on purpose only") {
    const SmallArchive archive({
        {.id = "a1",
         .body = "The ferry sails",
         .zones = {{ZoneKind::furniture, "Ferry on strike\nMore"}}},
        {.id = "b1", .body = "A ferry and a strike\nA strike and a ferry"},
    });
    const auto searcher = archive.searcher();
    for (const char* form : {"ferry NEAR/3 strike", "ferry SAME strike", "\"ferry strike\"~3"}) {
        CAPTURE(form);
        const auto result = searcher->search(asking(form), never());
        REQUIRE(result);
        CHECK(found_any_order(*searcher, form) == Ids{"b1"});
        CHECK(result->outside_furniture == 1);
    }
    CHECK(found_any_order(*searcher, "in:furniture (ferry NEAR/3 strike)") == Ids{"a1"});
    CHECK(found_any_order(*searcher, "atleast2:strike") == Ids{"b1"});
}

TEST_CASE("mentions are counted in the headline as well, and marked when there are enough") {
    const SmallArchive archive({
        {.id = "a1", .title = "Otter wins", .body = "The otter sat.\nAn otter slept."},
        {.id = "b1", .title = "Crow wins", .body = "The otter sat with the mayor."},
    });
    const auto searcher = archive.searcher();
    CHECK(found_any_order(*searcher, "atleast3:otters") == Ids{"a1"});
    CHECK(found_any_order(*searcher, "atleast4:otters").empty());
    CHECK(snippet_for(*searcher, "atleast3:otter") == "The [otter] sat. An [otter] slept.");
    CHECK(snippet_for(*searcher, "(atleast2:otter OR mayor) headline:crow")
          == "The otter sat with the [mayor].");
    const auto result = searcher->search(asking("atleast3:otter"), never());
    REQUIRE(result);
    CHECK(shown(result->rows.front().title) == "[Otter] wins");
}

TEST_CASE("a clause of places is counted by itself and blamed when nothing is found") {
    const SmallArchive archive({
        {.id = "a1", .body = "The ferry and the long strike of last year"},
        {.id = "b1", .body = "A ferry, a crane and a mayor"},
    });
    const auto searcher = archive.searcher();
    auto request = asking("ferry NEAR/2 strike crane");
    const auto result = searcher->search(request, never());
    REQUIRE(result);
    CHECK(result->total.articles == 0);
    REQUIRE(result->receipt.clauses.size() == 2);
    CHECK(result->receipt.clauses[0].clause.kind == "near");
    CHECK(result->receipt.clauses[0].articles == 0);
    CHECK(result->receipt.clauses[1].articles == 1);
    request = asking("ferry SAME strike atleast1:long");
    request.explain = true;
    const auto explained = searcher->search(request, never());
    REQUIRE(explained);
    REQUIRE(explained->receipt.clauses.size() == 2);
    CHECK(explained->receipt.clauses[0].clause.kind == "same");
    CHECK(explained->receipt.clauses[0].articles == 1);
    CHECK(explained->receipt.clauses[1].clause.kind == "atleast");
}

TEST_CASE("a quick look and the joining of places find the same articles") {
    // "tide" is a common word of one article, "quay" of the other; only the pairs below are near.
    std::string far = "tide", deep = "quay";
    for (int i = 0; i < 60; ++i) far += " sand";
    const SmallArchive archive({
        {.id = "a1", .title = "Tide", .body = far + " quay\nquay-side tide"},
        {.id = "b1", .title = "Quay by the tide", .body = deep + "\n" + far},
        {.id = "c1", .title = "Sand", .body = far, .zones = {{ZoneKind::furniture, "quay tide"}}},
    });
    const auto searcher = archive.searcher();
    CHECK(found_any_order(*searcher, "tide NEAR/3 quay") == Ids{"a1", "b1"});
    CHECK(found_any_order(*searcher, "tide ADJ/3 quay").empty());
    CHECK(found_any_order(*searcher, "quay ADJ/3 tide") == Ids{"a1", "b1"});
    CHECK(found_any_order(*searcher, "body:(quay ADJ/3 tide)") == Ids{"a1"});
    CHECK(found_any_order(*searcher, "quay ADJ/21 tide") == Ids{"a1", "b1"});
    CHECK(found_any_order(*searcher, "lead:(quay ADJ/21 tide)").empty());
    CHECK(found_any_order(*searcher, "quayside NEAR/1 tide") == Ids{"a1"});
    CHECK(found_any_order(*searcher, "\"sand quay\" NEAR/25 tide") == Ids{"a1"});
    CHECK(found_any_order(*searcher, "\"sand quay\" NEAR/20 tide").empty());
    CHECK(found_any_order(*searcher, "(sand NEAR/1 quay) NEAR/50 tide") == Ids{"a1"});
    CHECK(found_any_order(*searcher, "tide SAME quay") == Ids{"a1", "b1"});
    CHECK(found_any_order(*searcher, "tide SAME sand SAME quay") == Ids{"a1"});
    CHECK(found_any_order(*searcher, "atleast3:tide") == Ids{"a1"});
    CHECK(found_any_order(*searcher, "atleast60:sand") == Ids{"a1", "b1", "c1"});
    CHECK(found_any_order(*searcher, "atleast61:sand") == Ids{"c1"});
}
