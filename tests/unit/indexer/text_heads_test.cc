// SPDX-License-Identifier: GPL-2.0-or-later
// What stands above and below the story of a plain text, as databases, agencies and copies of pages
// leave it.

#include "indexer/analysis/datelines.h"
#include "indexer/extract/extract.h"
#include "tests/unit/indexer/article_texts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace indexer;
using archive::ZoneKind;
using article_texts::zone;

namespace {

const std::string story =
    "The council of Porthaven voted on Tuesday to repair the old bridge before winter comes, and "
    "to close the road to Karsholm at night for nine weeks.\n";

}  // namespace

TEST_CASE("labels are known in several languages, with a blank before the colon or without") {
    for (const char* head :
         {"Title: Bridge to close\nAuthor: Ann Lee\nSource: The Gull\nDate: 8 February "
          "2016\nSection: Local\n",
          "HEADLINE: Bridge to close\nBYLINE: Ann Lee\nPAPER: The Gull\nDATE: February 8, "
          "2016\nSECTION: Local\nPAGE: B3\n",
          "Titel: Bridge to close\nAutor: Ann Lee\nQuelle: The Gull\nDatum: "
          "08.02.2016\nRessort: Local\nSeite: 3\n",
          "Titre : Bridge to close\nAuteur : Ann Lee\nJournal : The Gull\nDate : 8 février "
          "2016\nRubrique : Local\n",
          "Título: Bridge to close\nAutor: Ann Lee\nFuente: The Gull\nFecha: 8 de febrero de "
          "2016\nSección: Local\n"}) {
        CAPTURE(head);
        const auto article = article_from_text(std::string(head) + "\n" + story);
        CHECK(article.title == "Bridge to close");
        CHECK(article.authors == std::vector<std::string>{"Ann Lee"});
        CHECK(article.source == "The Gull");
        CHECK(archive::edtf(article.published) == "2016-02-08");
        CHECK(article.section == "Local");
        CHECK(archive::body_text(article) + "\n" == story);
    }
}

TEST_CASE("what Gale and EBSCO say of the source in one line is outlet, day and section") {
    const std::string gale = "Document Type: Article\nFull Text:\n";
    for (const std::string& head :
         {"Title: Bridge to close\nAuthor(s): Ann Lee\nSource: The Gull. (Feb. 8, 2016): Local: "
          "p4.\n"
              + gale,
          std::string("Bridge to close\nThe Gull\n(Feb. 8, 2016): Local: p4.\nByline: Ann Lee\n\n"),
          std::string(
              "Title: Bridge to close. By: Lee, Ann, The Gull, 00289604, 2/8/2016, Vol. 155, "
              "Issue 12\nDatabase: Newspaper Source\n\n"),
          std::string("Title: Bridge to close\nAuthors: Ann Lee\nSource: The Gull. 2/8/2016, p4. "
                      "2p.\n\n")}) {
        CAPTURE(head);
        const auto article = article_from_text(head + "\n" + story);
        CHECK(article.title == "Bridge to close");
        CHECK(article.authors == std::vector<std::string>{"Ann Lee"});
        CHECK(article.source == "The Gull");
        CHECK(archive::edtf(article.published) == "2016-02-08");
        CHECK(article.published.basis == archive::Basis::text_header);
        CHECK((article.section == "Local" || head.find("Local") == std::string::npos));
        CHECK(archive::body_text(article).find("voted on Tuesday") != std::string::npos);
    }
}

TEST_CASE("labels of EBSCO that stand on lines of their own tell outlet and day") {
    const auto article = article_from_text(
        "Record: 1\nTitle:\nBridge to close before winter.\nAuthors:\nLee, Ann\nSource:\n"
        "The Gull. 2/8/2016, Vol. 155 Issue 12, p4. 2p.\nDocument Type:\nArticle\n\n"
        + story);
    CHECK(article.source == "The Gull");
    CHECK(archive::edtf(article.published) == "2016-02-08");
}

TEST_CASE("a source with a day that is no citation stays a source") {
    for (const char* source : {"The Gull, 8 February 2016 edition",
                               "Ministry of Fish (8 February 2016)", "1/2 Price News"}) {
        CAPTURE(source);
        const auto article = article_from_text("Title: Bridge to close\nAuthor: Ann Lee\nSource: "
                                               + std::string(source) + "\n\n" + story);
        CHECK(article.source == source);
    }
}

TEST_CASE("a label that stands alone may speak of a picture") {
    const auto article =
        article_from_text("Brücke gesperrt\n\nQuelle: dpa/Getty Images\n\n" + story);
    CHECK(article.source.empty());
}

TEST_CASE("a headline of two words counts above a byline, a day or a long paragraph") {
    CHECK(article_from_text("Skippers complain\n\nBy Ann Lee\n8 February 2016\n\n" + story).title
          == "Skippers complain");
    CHECK(article_from_text("Skippers complain\n\n" + story).title == "Skippers complain");
    CHECK(article_from_text("Main menu\nHome\nNews\n\n" + story).title != "Main menu");
}

TEST_CASE("datelines name place, day and agency in the forms of several countries") {
    struct Case {
        const char* line;
        const char* place;
        const char* agency;
    };
    const std::string rest = "The council voted to repair the old bridge.";
    for (const Case& one : {Case{"Bergen (Norvège), 9 mars 2021 (AFP) - ", "Bergen", "AFP"},
                            Case{"Bergen (Noruega), 9 mar 2021 (EFE).- ", "Bergen", "EFE"},
                            Case{"NEW DELHI, Mar 9, 2021 (PTI) ", "NEW DELHI", "PTI"},
                            Case{"BERGEN, March 9 (Reuters) - ", "BERGEN", "Reuters"}}) {
        CAPTURE(one.line);
        const auto found = find_dateline(one.line + rest);
        REQUIRE(found);
        CHECK(found->place == one.place);
        CHECK(found->agency == one.agency);
        CHECK(std::string_view(one.line + rest).substr(found->end) == rest);
    }
    CHECK_FALSE(find_dateline("The Press Trust (PTI) Limited said on Tuesday that it would not."));
    CHECK_FALSE(find_dateline("Bergen (Norway), which has a port (the largest), said nothing."));
}

TEST_CASE("what agencies and presses put below a story is no text of it") {
    const std::string head = "Bridge to close for nine weeks\n\n" + story + "\n";
    for (const char* end : {"ab/cd", "-30-", "# # #", "###", "- Ends -",
                            "Follow AP's coverage of bridges at https://gull.example/hub"}) {
        CAPTURE(end);
        const auto article = article_from_text(head + end + "\n");
        CHECK(archive::body_text(article) + "\n" == story);
    }
    const auto german = article_from_text(head + "\u00a9 dpa-infocom, dpa:160208-99-745678/2\n");
    CHECK(zone(german, ZoneKind::credit) == "\u00a9 dpa-infocom, dpa:160208-99-745678/2");
    CHECK(archive::edtf(german.published) == "2016-02-08");
    CHECK(german.agency == std::vector<std::string>{"dpa"});
}
