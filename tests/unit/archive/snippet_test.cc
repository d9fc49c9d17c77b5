// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/snippet.h"

#include "archive/base/text.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

using namespace archive;
using namespace tests;

namespace {

std::string snippet(const Searcher& searcher, std::string_view q) {
    const auto result = searcher.search(asking(q), never());
    REQUIRE(result);
    REQUIRE_FALSE(result->rows.empty());
    return shown(result->rows.front().snippet);
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("a snippet shows the words where the most of them stand close") {
    const SmallArchive archive(
        std::vector<Written>{{.title = "Notes",
                              .body = "The ferry left at noon.\n"
                                      + repeated("Nothing happened on the quay that day. ", 20)
                                      + "\nThen the ferry met a storm off the lighthouse.\n"
                                      + repeated("The rest is silence. ", 20)}});
    const auto searcher = archive.searcher();
    const auto text = snippet(*searcher, "ferry storm");
    CHECK(text.find("Then the [ferry] met a [storm] off the lighthouse.") != std::string::npos);
    CHECK(text.substr(0, 3) == "…");
    CHECK(code_points(text) < 300);
    CHECK(snippet(*searcher, "noon").substr(0, 27) == "The ferry left at [noon]. N");
}

TEST_CASE("without a hit in the text a snippet is its beginning") {
    const SmallArchive archive(std::vector<Written>{{.title = "Ferry lost", .body = "It sank."}});
    CHECK(snippet(*archive.searcher(), "headline:ferry") == "It sank.");
    CHECK(snippet(*archive.searcher(), "") == "It sank.");
}

TEST_CASE("marks cover what took part and nothing else") {
    const SmallArchive archive(
        std::vector<Written>{{.title = "Ferries",
                              .body = "The Elections elected an elector. Ferry line, line ferry, "
                                      "the “ferry line” and ferry-line.",
                              .zones = {{ZoneKind::furniture, "ferry line"}}}});
    const auto searcher = archive.searcher();
    CHECK(snippet(*searcher, "\"ferry line\"")
          == "The Elections elected an elector. [Ferry line], line ferry, the “[ferry line]” and "
             "[ferry-line].");
    CHECK(snippet(*searcher, "election")
          == "The [Elections] [elected] an elector. Ferry line, line ferry, the “ferry line” and "
             "ferry-line.");
    CHECK(snippet(*searcher, "body:line -storm headline:ferries")
          == "The Elections elected an elector. Ferry [line], [line] ferry, the “ferry [line]” and "
             "ferry-[line].");
    CHECK(snippet(*searcher, "in:furniture \"ferry line\"") == "[ferry line]");
}

TEST_CASE("names are marked as the article spells them") {
    const SmallArchive archive(
        std::vector<Written>{{.title = "Talks",
                              .body = "Then Kim Jong-un met Ann Lee. Kim said no.",
                              .entities = {{EntityType::person, "Kim Jong Un", 1}}}});
    CHECK(snippet(*archive.searcher(), "person:\"kim jong un\"")
          == "Then [Kim Jong-un] met Ann Lee. Kim said no.");
}

TEST_CASE("a snippet never cuts a letter or a word in two") {
    const SmallArchive archive(
        std::vector<Written>{{.title = "Æ", .body = repeated("čeština žluťoučký kůň ", 60)}});
    const auto text = snippet(*archive.searcher(), "kůň");
    CHECK(is_utf8(text));
    CHECK(text.find("[kůň]") != std::string::npos);
    for (const auto word : split(text, ' ')) {
        CHECK((word == "čeština" || word == "žluťoučký" || word == "[kůň]" || word == "…"));
    }
}

TEST_CASE("where nothing is highlighted a title says the same in one piece") {
    const SmallArchive archive(
        std::vector<Written>{{.title = "Ferry lost, ferry found", .body = "It sank."}});
    const auto searcher = archive.searcher();
    auto request = asking("ferry");
    const auto marked = searcher->search(request, never());
    REQUIRE(marked);
    CHECK(shown(marked->rows.front().title) == "[Ferry] lost, [ferry] found");
    request.highlight = Highlight::none;
    const auto plain = searcher->search(request, never());
    REQUIRE(plain);
    CHECK(shown(plain->rows.front().title) == "Ferry lost, ferry found");
    CHECK(plain->rows.front().title.size() == 1);
    CHECK(plain->rows.front().snippet == marked->rows.front().snippet);
}
