// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/first_mention.h"

#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <string>

using namespace archive;
using namespace tests;

namespace {

FirstMention debut(const SmallArchive& archive, const SearchRequest& request) {
    const auto result = archive.searcher()->first_mention(request, never());
    REQUIRE(result);
    return *result;
}

/// "a: b c": the first and the later ones, by the first letter of their ids.
std::string shown(const FirstMention& found) {
    std::string text = found.first ? found.first->article.id.substr(0, 1) : "none";
    text += ":";
    for (const auto& row : found.later) text += " " + row.article.id.substr(0, 1);
    return text;
}

SmallArchive tunnels() {
    const auto inferred = Certainty::inferred;
    return SmallArchive({{.id = "d", .title = "Tunnel opens", .date = "2021-06-01"},
                         {.id = "b", .title = "Tunnel dug", .date = "2019-03-02", .story = "b"},
                         {.id = "c", .title = "Tunnel dug", .date = "2019-03-03", .story = "b"},
                         {.id = "e", .title = "Tunnel sung of"},
                         {.id = "f", .title = "Tunnel", .date = "2018", .certainty = inferred},
                         {.id = "g", .title = "Tunnel", .date = "2020", .certainty = inferred},
                         {.id = "h", .title = "Ferry", .date = "2001-01-01"}});
}

}  // namespace

TEST_CASE("the debut is the earliest stated article, and what may be earlier is counted") {
    const auto found = debut(tunnels(), asking("tunnel"));
    CHECK(shown(found) == "b: d");
    CHECK(found.inferred_earlier == 1);
    CHECK(found.undated == 1);
    CHECK(found.total == BothCounts{6, 5});
    auto request = asking("tunnel");
    request.fold = false;
    CHECK(shown(debut(tunnels(), request)) == "b: c d");
}

TEST_CASE("order and certainty asked for do not make another debut") {
    auto request = asking("tunnel");
    request.sort = Sort::newest;
    request.filters = {{"certainty", "inferred", false}};
    CHECK(shown(debut(tunnels(), request)) == "b: d");
}

TEST_CASE("what nobody dated has no debut, and what nobody wrote neither") {
    const auto undated = debut(tunnels(), asking("sung"));
    CHECK(shown(undated) == "none:");
    CHECK(undated.undated == 1);
    CHECK(shown(debut(tunnels(), asking("nothinglikeit"))) == "none:");
    const auto inferred = debut(tunnels(), asking("tunnel -dug -opens -sung"));
    CHECK(shown(inferred) == "none:");
    CHECK(inferred.inferred_earlier == 2);
}

TEST_CASE("the later ones are paged, with the debut on every page") {
    auto request = asking("tunnel");
    request.fold = false;
    request.limit = 1;
    const auto archive = tunnels();
    const auto one = debut(archive, request);
    CHECK(shown(one) == "b: c");
    request.cursor = one.next_cursor;
    const auto two = debut(archive, request);
    CHECK(shown(two) == "b: d");
    CHECK(two.next_cursor.empty());
    request.cursor.clear();
    request.offset = 1;
    CHECK(shown(debut(archive, request)) == "b: d");
    request.limit = 0;
    CHECK(shown(debut(archive, request)) == "b:");
}
