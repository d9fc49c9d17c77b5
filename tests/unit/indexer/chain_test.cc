// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/chain.h"

#include "indexer/analysis/agencies.h"
#include "indexer/analysis/bylines.h"
#include "indexer/analysis/datelines.h"
#include "indexer/analysis/leads.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace indexer;
using Names = std::vector<std::string>;

TEST_CASE("bylines name their authors and nobody else") {
    const std::pair<const char*, Names> bylines[]{
        {"By Ann Lee and Bo Chu", {"Ann Lee", "Bo Chu"}},
        {"By ANN LEE, Associated Press", {"ANN LEE"}},
        {"Von Jo Meyer und Änne Groß, Berlin Redaktion", {"Jo Meyer", "Änne Groß"}},
        {"Par Zoé Petit", {"Zoé Petit"}},
        {"Ann Lee in Seoul; Bo Chu in Busan", {"Ann Lee", "Bo Chu"}},
        {"By Ann Lee | Staff Reporter", {"Ann Lee"}},
        {"Ann Lee (Reuters), ann@gull.example", {"Ann Lee"}},
        {"Reuters", {}},
        {"Staff Reporter", {}},
        {"", {}},
        {"李明", {"李明"}}};
    for (const auto& byline : bylines) {
        CAPTURE(byline.first);
        CHECK(authors_in(byline.first) == byline.second);
    }
}

TEST_CASE("credits name reporters, not editors") {
    CHECK(reporters_in_credit("(Reporting by Jack Kim; editing by Jonathan Oatis)") == "Jack Kim");
    CHECK(reporters_in_credit("Reporting and writing by Ann Lee, editing by Bo Chu") == "Ann Lee");
    CHECK(reporters_in_credit("Editing by Bo Chu").empty());
}

TEST_CASE("agencies are known by every spelling and only as whole words in their capitals") {
    CHECK(agency_named("Agence France-Presse") == "AFP");
    CHECK(agency_named("REUTERS") == "Reuters");
    CHECK(agency_named("Gull").empty());
    CHECK(agencies_in("With inputs from Reuters, The Associated Press and PA Media")
          == Names{"Reuters", "AP", "PA"});
    CHECK(agencies_in("apa and Reuterswerk and MAP").empty());
}

TEST_CASE("datelines give place and agency") {
    struct Case {
        const char* text;
        const char* place;
        const char* agency;
    };
    const std::string story = "The council said on Tuesday that it would keep the ferry.";
    for (const Case& one :
         std::vector<Case>{{"SEOUL (Reuters) - ", "SEOUL", "Reuters"},
                           {"SEOUL: ", "SEOUL", ""},
                           {"WASHINGTON, Nov 30 (AP) \u2014 ", "WASHINGTON", "AP"},
                           {"NEW YORK \u2014 ", "NEW YORK", ""},
                           {"Seoul, Nov. 30 (Yonhap) -- ", "Seoul", "Yonhap"},
                           {"Westhaven (Coastline) - ", "Westhaven", "Coastline"},
                           {"MÜNCHEN (dpa) - ", "MÜNCHEN", "dpa"},
                           {"Rio de Janeiro (EFE) - ", "Rio de Janeiro", "EFE"}}) {
        CAPTURE(one.text);
        const auto dateline = find_dateline(one.text + story);
        REQUIRE(dateline);
        CHECK(dateline->place == one.place);
        CHECK(dateline->agency == one.agency);
        CHECK((one.text + story).substr(dateline->end) == story);
    }
}

TEST_CASE("what only looks like a dateline is none") {
    for (const char* text :
         {"UPDATE: The council said on Tuesday that it would keep the ferry after all.",
          "The council (of Westhaven) - said on Tuesday that it would keep the ferry.",
          "Kim said: the ferry will run for as long as there is water under it.",
          "U.S. officials - who asked not to be named - said so on Tuesday evening.", "SEOUL", "",
          "(", "A - b"}) {
        CAPTURE(text);
        CHECK_FALSE(find_dateline(text));
    }
}

TEST_CASE("a lead gives a clause of it as title") {
    CHECK(lead_clause("SEOUL (Reuters) - The ferry was saved. Nobody had expected it to be so.")
          == "The ferry was saved");
    CHECK(lead_clause("The U.S. and the islands have agreed on a ferry that will run all year, the "
                      "council said on Tuesday, after long talks in the town hall of Westhaven that "
                      "ended at dawn.") ==
          "The U.S. and the islands have agreed on a ferry that will run all year, the council "
          "said on Tuesday");
    CHECK(lead_clause("").empty());
    CHECK(lead_clause(std::string(1'000, 'a')).size() <= 160);
}

TEST_CASE("analysis adds and overwrites nothing") {
    archive::Article article;
    article.title = "Ferry saved";
    article.title_basis = archive::TitleBasis::field;
    article.authors = {"Ann Lee"};
    article.byline = "Bo Chu, Reuters";
    article.agency = {"AP"};
    article.zones = {{archive::ZoneKind::body,
                      "SEOUL (AFP) - The people of the town have voted to keep their ferry."}};
    analyse(article);
    CHECK(article.title == "Ferry saved");
    CHECK(article.title_basis == archive::TitleBasis::field);
    CHECK(article.authors == Names{"Ann Lee"});
    CHECK(article.agency == Names{"AP", "AFP", "Reuters"});
    CHECK(article.language == "en");
    const auto once = article;
    analyse(article);
    CHECK(article == once);
}

TEST_CASE("an article without any text is of no language and has no title") {
    archive::Article article;
    analyse(article);
    CHECK(article.language == "und");
    CHECK(article.title.empty());
    CHECK(article.title_basis == archive::TitleBasis::none);
}
