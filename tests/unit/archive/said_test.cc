// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/searcher.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <memory>

using namespace archive;
using namespace tests;
using Ids = std::vector<std::string>;

namespace {

constexpr std::string_view own =
    "person:ann-lee\tperson\tAnn Lee\tAnn P. Lee\t\n"
    "person:ann-lee\tperson\tAnn Lee\tAnn Lee\t\n";

/// The article with a quotation wherever `text` stands in its body.
Article quoting(Article article, const std::vector<std::pair<std::string, std::string>>& quotes) {
    const auto& body = article.zones[1].text;
    for (const auto& [text, speaker] : quotes) {
        const auto begin = body.find(text);
        REQUIRE(begin != std::string::npos);
        article.quotes.push_back({1, static_cast<std::uint32_t>(begin),
                                  static_cast<std::uint32_t>(begin + text.size()), speaker, "", "",
                                  QuoteBasis::verb_after, 90});
    }
    return article;
}

const Searcher& asked() {
    static const auto archive = SmallArchive::of_segments(
        {{quoting(article_of({.id = "pier",
                              .title = "Pier",
                              .body = "“The pier will stand again,” Lee said at the harbour. “The "
                                      "ferries wait,” Chu said.",
                              .date = "2024-01-01"}),
                  {{"“The pier will stand again,”", "person ann p lee"},
                   {"“The ferries wait,”", "person bo chu"}}),
          quoting(article_of({.id = "ferry",
                              .title = "Ferry",
                              .body = "The pier is old. “Ferries need a harbour,” Lee said.",
                              .date = "2024-01-02"}),
                  {{"“Ferries need a harbour,”", "person ann lee"}}),
          article_of({.id = "none",
                      .title = "None",
                      .body = "The pier stood by the harbour, and ferries came.",
                      .date = "2024-01-03"})}});
    static const Searcher searcher(*archive.searcher(),
                                   std::make_shared<const AliasTable>(AliasTable::over({}, own)));
    return searcher;
}

Ids finds(std::string_view q) {
    return found_any_order(asked(), q);
}

}  // namespace

TEST_CASE("said finds words inside quotations, in any form") {
    CHECK(finds("said:pier") == Ids{"pier"});
    CHECK(finds("said:ferry") == Ids{"ferry", "pier"});
    CHECK(finds("said:harbour") == Ids{"ferry"});
    CHECK(finds("said:(\"stand again\")") == Ids{"pier"});
    CHECK(finds("said:(old OR again)") == Ids{"pier"});
    CHECK(finds("pier -said:pier") == Ids{"ferry", "none"});
}

TEST_CASE("all of it stands inside one quotation") {
    CHECK(finds("said:(pier again)") == Ids{"pier"});
    CHECK(finds("said:(pier ferries)").empty());
    CHECK(finds("said:(ferries need NEAR/3 harbour)") == Ids{"ferry"});
}

TEST_CASE("a speaker is anyone of the name, under any alias") {
    CHECK(finds("said:\"Ann Lee\" pier") == Ids{"pier"});
    CHECK(finds("said:\"Ann Lee\" (pier OR ferries)") == Ids{"ferry", "pier"});
    CHECK(finds("said:\"Ann Lee\" wait").empty());
    CHECK(finds("said:\"Bo Chu\" ferries") == Ids{"pier"});
    CHECK(finds("said:=\"Ann Lee\" (pier OR ferries)") == Ids{"ferry"});
    CHECK(finds("said:\"Nobody Here\" pier").empty());
}

TEST_CASE("what was said is marked inside the quotation only") {
    const auto view = asked().article("pier000000000000", asking("said:\"Ann Lee\" the"), never());
    REQUIRE(view);
    CHECK(shown(view->zones[1].paragraphs[0])
          == "“[The] pier will stand again,” Lee said at the harbour. “The ferries wait,” Chu "
             "said.");
}
