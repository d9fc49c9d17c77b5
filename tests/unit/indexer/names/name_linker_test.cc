// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_linker.h"

#include "tests/unit/indexer/names/linked.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

using archive::AliasTable;
using archive::EntityType;
using archive::ZoneKind;
using tests::MarkedArticle;

namespace {

std::string names(std::string_view marked) {
    return MarkedArticle(marked).names();
}

struct Row {
    const char* marked;
    const char* names;
};

}  // namespace

TEST_CASE("a surname means whom the article names in full") {
    for (const auto& row : {
             Row{"{p Ann Lee} spoke. {p Lee} left.", "Ann Lee: Ann Lee, Lee"},
             Row{"{p Lee} spoke. {p Ann Lee} left.", "Ann Lee: Lee, Ann Lee"},
             Row{"{p Kim Ro Sil} met {p Ann Kimball}. {p Kim} left.",
                 "Kim Ro Sil: Kim Ro Sil, Kim | Ann Kimball: Ann Kimball"},
             Row{"{p Ann Lee} and {p Bo Lee} met. {p Ann Lee} spoke. {p Lee} left.",
                 "Ann Lee: Ann Lee, Ann Lee, Lee | Bo Lee: Bo Lee"},
             Row{"{p Ann P. Lee} spoke. {p Ann Lee} left.", "Ann P. Lee: Ann P. Lee, Ann Lee"},
             Row{"{p Omar bin Tariq} spoke. {p Bin Tariq} left.",
                 "Omar bin Tariq: Omar bin Tariq, Bin Tariq"},
             Row{"{p Okoro} left.", "Okoro: Okoro"},
             // missed by the tagger, or taken for something else
             Row{"{p Ann Okoro} spoke. Then Okoro left.", "Ann Okoro: Ann Okoro, Okoro"},
             Row{"{p Ann Okoro} spoke. {o Okoro} left.", "Ann Okoro: Ann Okoro, Okoro"},
             Row{"{p Sam Houston} flew to {l Houston}.",
                 "Sam Houston: Sam Houston | Houston: Houston"},
             Row{"{p Ann Harbour} spoke. Harbour staff left.", "Ann Harbour: Ann Harbour"},
         }) {
        CHECK(names(row.marked) == row.names);
    }
}

TEST_CASE("names are cut to themselves") {
    for (const auto& row : {
             Row{"{p Ann Lee and Bo Chu} left.", "Ann Lee: Ann Lee | Bo Chu: Bo Chu"},
             Row{"{p Minister Ann Lee} left.", "Ann Lee: Ann Lee"},
             Row{"{o the Port Authority} left.", "Port Authority: Port Authority"},
             Row{"{p Ann Lee's} boat left.", "Ann Lee: Ann Lee"},
             Row{"{p Jo Sil} Won spoke.", "Jo Sil Won: Jo Sil Won"},
             Row{"{p Lee Warns} Port Staff", "Lee: Lee"},
             Row{"{p Ann Lee} ({o D-CT}) and {p Bo Chu}, {o R-Ohio}, left.",
                 "Ann Lee: Ann Lee | Bo Chu: Bo Chu"},
         }) {
        CHECK(names(row.marked) == row.names);
    }
}

TEST_CASE("states by their letters are places and initials alone are nobody") {
    for (const auto& row : {
             Row{"{l Trenton}, {p N. J.}, and {l Albany}, N. Y., voted.",
                 "Trenton: Trenton | N. J.: N. J. | Albany: Albany | N. Y.: N. Y."},
             Row{"{p D. C.} officials met in {l Newark}, N.J.",
                 "D. C.: D. C. | Newark: Newark | N.J.: N.J."},
             Row{"{p N. J. Berrill} and {p D. C. Heath} left.",
                 "N. J. Berrill: N. J. Berrill | D. C. Heath: D. C. Heath"},
             Row{"{p V. L.} left, and {p J} too. {p A.J.} stayed.", "A.J.: A.J."},
         }) {
        CHECK(names(row.marked) == row.names);
    }
    MarkedArticle council("The council of {l Newark}, {p N. J.}, met {p D. C. Heath} in {p D. C.}");
    CHECK(council.types() == "place, place, person, place");
}

TEST_CASE("a title of no list is learned where the article names somebody without it too") {
    for (const auto& row : {
             Row{"{p Taoiseach Ann Lee} spoke. {p Ann Lee} left.", "Ann Lee: Ann Lee, Ann Lee"},
             Row{"{p Ann Lee} and {p Ann Okoro} met. {p Taoiseach Ann Lee} left. {p Taoiseach Ann "
                 "Moss} spoke.",
                 "Ann Lee: Ann Lee, Ann Lee | Ann Okoro: Ann Okoro | Ann Moss: Ann Moss"},
             Row{"{p Taoiseach Ann Lee} spoke.", "Taoiseach Ann Lee: Taoiseach Ann Lee"},
             Row{"{p Jordan Ann Lee} spoke. {p Ann Lee} left.",
                 "Jordan Ann Lee: Jordan Ann Lee, Ann Lee"},
             Row{"{p Kim Ann Lee} spoke. {p Ann Lee} left.",
                 "Kim Ann Lee: Kim Ann Lee | Ann Lee: Ann Lee"},
         }) {
        CHECK(names(row.marked) == row.names);
    }
}

TEST_CASE("where a rank or an office is held is no person") {
    for (const auto& row : {
             Row{"The ferry Duchess of {p Quarne} left {l Selmark}.",
                 "Quarne: Quarne | Selmark: Selmark"},
             Row{"{p Minister of Quarne} spoke.", "Quarne: Quarne"},
             Row{"{p Duchess of Quarne} spoke.", "Duchess of Quarne: Duchess of Quarne"},
             Row{"The Duke of {p Ann Lee} left.", "Ann Lee: Ann Lee"},
         }) {
        CHECK(names(row.marked) == row.names);
    }
    MarkedArticle ferry("The ferry Duchess of {p Quarne} left.");
    CHECK(ferry.types() == "place");
    CHECK(MarkedArticle("{p Duchess of Quarne} spoke.").types() == "person");
    CHECK(MarkedArticle("The portrait of {p Quarne} fell.").types() == "person");
}

TEST_CASE("the table knows countries, their peoples and agencies") {
    for (const auto& row : {
             Row{"US-led talks in Kenya.", "US: US | Kenya: Kenya"},
             Row{"Tell us who led.", ""},
             Row{"Kenyan ships and the DPRK-Russia pact",
                 "Kenyan: Kenyan | DPRK: DPRK | Russia: Russia"},
             Row{"{o Bank of Kenya} paid.", "Bank of Kenya: Bank of Kenya"},
             Row{"{p Ann Jordan} spoke. {p Jordan} left.", "Ann Jordan: Ann Jordan, Jordan"},
             Row{"{p Jordan} left.", "Jordan: Jordan"},
             Row{"{p Kenya} left Jordan.", "Kenya: Kenya | Jordan: Jordan"},
             Row{"World War II ended in Kenya.", "Kenya: Kenya"},
             // "the North" only where it is named in full
             Row{"North Korea spoke. Then the North left.", "North Korea: North Korea, North"},
             Row{"They sailed to the North.", ""},
         }) {
        CHECK(names(row.marked) == row.names);
    }
}

TEST_CASE("an acronym in brackets is its name from there on") {
    for (const auto& row : {
             Row{"The {o Port Authority of Northport} (PAN) paid. PAN left.",
                 "Port Authority of Northport: Port Authority of Northport, PAN, PAN"},
             Row{"The {o Port Authority} (PA) paid. The {o PA} left.",
                 "Port Authority: Port Authority, PA, PA"},
             Row{"The {o Port Authority} (XYZ) paid.", "Port Authority: Port Authority"},
             // only the letters were found
             Row{"The Harbour Works and Tides Council ({o HWTC}) paid. {o HWTC} left.",
                 "Harbour Works and Tides Council: Harbour Works and Tides Council, HWTC, HWTC"},
             Row{"The Works Council ({o HWC}) paid.", "HWC: HWC"},
             Row{"of the ({o HWC}) paid.", "HWC: HWC"},
         }) {
        CHECK(names(row.marked) == row.names);
    }
}

TEST_CASE("one form has one type in an article") {
    MarkedArticle article("{l Coastline} spoke. {o Coastline} left. {o Coastline} paid.");
    CHECK(article.names() == "Coastline: Coastline, Coastline, Coastline");
}

TEST_CASE("what the metadata say counts more than the tagger") {
    MarkedArticle article("{l Pier Nine} spoke. Pier Nine left. {p Chu} came.");
    article.article.entities.push_back({EntityType::org, "Pier Nine", 1});
    article.article.entities.push_back({EntityType::person, "Bo Chu", 1});
    CHECK(article.names() == "Pier Nine: Pier Nine, Pier Nine | Bo Chu: Chu");
}

TEST_CASE("who sends a story is not in it") {
    for (const auto& row : {
             Row{"SEOUL (Reuters) - {p Ann Lee} spoke.",
                 "SEOUL: SEOUL (dateline) | Reuters: Reuters (source) | Ann Lee: Ann Lee"},
             Row{"NAIROBI: {p Ann Lee} spoke.", "NAIROBI: NAIROBI (dateline) | Ann Lee: Ann Lee"},
             Row{"Nairobi, May 3 (AFP) - {p Ann Lee} spoke.",
                 "Nairobi: Nairobi | AFP: AFP (source) | Ann Lee: Ann Lee"},
             Row{"{p Kim Ro Sil} spoke.\n(Reporting by {p Jack Kim}; editing by {p Bo Chu})\n{p "
                 "Kim} left.",
                 "Kim Ro Sil: Kim Ro Sil, Kim | Jack Kim: Jack Kim (credit) | Bo Chu: Bo Chu "
                 "(credit)"},
             Row{"The boats left. KCNA via REUTERS/File Photo",
                 "KCNA: KCNA (source) | REUTERS: REUTERS (source)"},
             Row{"The boats left. \xE2\x80\x94 Reuters", "Reuters: Reuters (source)"},
             Row{"The Korean Central News Agency (KCNA) said so.",
                 "Korean Central News Agency: Korean Central News Agency, KCNA"},
             Row{"KCNA said so.", "KCNA: KCNA"},
             Row{"New reporting by {o Coastline} shows it.", "Coastline: Coastline"},
         }) {
        CHECK(names(row.marked) == row.names);
    }
}

TEST_CASE("zones say what a name does") {
    MarkedArticle article;
    article.zone(ZoneKind::headline, "{p Lee} leaves")
        .zone(ZoneKind::byline, "By {p Jo Lee}")
        .zone(ZoneKind::furniture, "Also read: {p Bo Chu}")
        .zone(ZoneKind::body, "{p Ann Lee} left.")
        .zone(ZoneKind::credit, "(With inputs from Reuters)");
    CHECK(article.names()
          == "Ann Lee: Lee (title), Ann Lee | Jo Lee: Jo Lee (credit) | Reuters: Reuters (source)");
}

TEST_CASE("rows of the user add mentions and change no key") {
    const auto own = AliasTable::over({},
                                      "org:pan\torg\tPort Authority\tPANX\tcs\n"
                                      "loc:kenya\tplace\tKenya\tKenya Colony\t\n");
    MarkedArticle article("PANX paid Kenya. {p Ann Lee} left.");
    CHECK(article.names() == "Kenya: Kenya | Ann Lee: Ann Lee");
    CHECK(article.names(&own) == "PANX: PANX | Kenya: Kenya | Ann Lee: Ann Lee");
}

TEST_CASE("hostile text takes no longer than its length asks for") {
    const auto began = std::chrono::steady_clock::now();
    std::string same, people, brackets;
    for (int i = 0; i < 20'000; ++i) {
        same += "{p Ann Lee} Lee ";
        people += "{p Person" + std::to_string(i) + " Lee} Lee. ";
        brackets += "{o Port Authority} (PA ";
    }
    CHECK_FALSE(names(same).empty());
    CHECK_FALSE(names(people).empty());
    CHECK_FALSE(names(brackets).empty());
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(60));
}
