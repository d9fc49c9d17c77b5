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
                                  static_cast<std::uint32_t>(begin + text.size()), speaker, "",
                                  "org harbour news", QuoteBasis::verb_after, 90});
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
                              .body = "The pier is old. “Ferries need a harbour,” Lee said. “No "
                                      "more” “bridges near Porthaven,” said Chu of Porthaven.",
                              .date = "2024-01-02",
                              .entities = {{EntityType::place, "Porthaven", 2}}}),
                  {{"“Ferries need a harbour,”", "person ann lee"},
                   {"“No more”", ""},
                   {"“bridges near Porthaven,”", "person bo chu"}}),
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

/// The first paragraph as the reader shows it.
std::string marked(std::string id, std::string_view q) {
    id.resize(16, '0');
    const auto view = asked().article(id, asking(q), never());
    REQUIRE(view);
    return shown(view->zones[1].paragraphs[0]);
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
    CHECK(finds("said:(ferries SAME harbour)") == Ids{"ferry"});
    CHECK(finds("said:(\"no more\")") == Ids{"ferry"});
    CHECK(finds("said:(\"more bridges\")").empty());
    CHECK(finds("said:(more NEAR bridges)").empty());
}

TEST_CASE("a quotation lacks what is excluded, the article need not") {
    CHECK(finds("said:(ferries -harbour)") == Ids{"pier"});
    CHECK(finds("said:(ferry -(harbour OR wait))").empty());
    CHECK(finds("said:(ferries -bridges)") == Ids{"ferry", "pier"});
    CHECK(finds("said:(need -\"a harbour\")").empty());
    CHECK(finds("said:(ferries (need -wait OR wait -need))") == Ids{"ferry", "pier"});
    CHECK(finds("said:\"Bo Chu\" (ferries -harbour)") == Ids{"pier"});
}

TEST_CASE("names of a type are looked for where they were said") {
    CHECK(finds("said:(bridges NEAR/2 @place)") == Ids{"ferry"});
    CHECK(finds("said:(ferries @place)").empty());
    CHECK(finds("said:(@place)") == Ids{"ferry"});
    CHECK(finds("said:(bridges -@place)").empty());
}

TEST_CASE("an agency that passed words on did not speak them") {
    CHECK(finds("said:\"Harbour News\" pier").empty());
}

TEST_CASE("whether somebody is quoted can be asked") {
    CHECK(finds("has:quote") == Ids{"ferry", "pier"});
    CHECK(finds("lacks:quote") == Ids{"none"});
}

TEST_CASE("zones hold inside quotations") {
    CHECK(finds("said:(body:pier)") == Ids{"pier"});
    CHECK(finds("said:(lead:pier)") == Ids{"pier"});
    CHECK(finds("said:(headline:pier)").empty());
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
    CHECK(marked("pier", "said:\"Ann Lee\" the")
          == "“[The] pier will stand again,” Lee said at the harbour. “The ferries wait,” Chu "
             "said.");
    CHECK(marked("ferry", "said:(bridges @place)")
          == "The pier is old. “Ferries need a harbour,” Lee said. “No more” “[bridges] near "
             "[Porthaven],” said Chu of Porthaven.");
    CHECK(marked("ferry", "said:(ferries -wait) said:more")
          == "The pier is old. “[Ferries] need a harbour,” Lee said. “No [more]” “bridges near "
             "Porthaven,” said Chu of Porthaven.");
}

TEST_CASE("nothing said is an answer that names the clause") {
    const auto result = asked().search(asking("harbour said:bells"), never());
    REQUIRE(result);
    CHECK(result->total.articles == 0);
    REQUIRE(result->receipt.clauses.size() == 2);
    CHECK(result->receipt.clauses[1].clause.label == "said:bells");
    CHECK(result->receipt.clauses[1].articles == 0U);
    REQUIRE(result->relax.size() == 1);
    CHECK(result->relax[0].label == "said:bells");
}
