// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/aliases.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using archive::AliasTable;
using archive::Error;

namespace {

constexpr std::string_view own =
    "# those of the harbour\n"
    "org:port-authority\torg\tPort Authority\tPort Authority\t\n"
    "org:port-authority\torg\tPort Authority\tPA\tcs\n"
    "loc:northport\tplace\tNorthport\tNorth\tthe\n"
    "loc:northport\tplace\tNorthport\tNorthporter\tdem\n"
    "loc:northport\tplace\tNorthport\tHarbour House\tmet\n"
    "person:ann-lee\tperson\tAnn Lee\tAnn P. Lee\t\n"
    "person:ann-lee\tperson\tAnn Lee\tperson:anna-lee\tsame\n"
    "org:coastline\torg\tCoastline\tCoastline\tcs,source\n"
    "person:pier-nine\tperson\tPier Nine\tPier Nine\tblock\n";

AliasTable own_table(std::vector<Error>* problems = nullptr) {
    return AliasTable::over({}, own, problems);
}

std::vector<std::string> keys(const AliasTable& table, std::string_view id) {
    return table.keys_of(id);
}

}  // namespace

TEST_CASE("a name is found as the table spells it") {
    const auto table = own_table();
    REQUIRE(table.spelled("Port  authority") != nullptr);
    CHECK(table.spelled("Port authority")->id == "org:port-authority");
    CHECK(table.spelled("PA") != nullptr);
    CHECK(table.spelled("Pa") == nullptr);
    CHECK(table.spelled("Northporter")->demonym);
    CHECK(table.spelled("North") == nullptr);
    CHECK(table.after_the("North")->id == "loc:northport");
    CHECK(table.spelled("Harbour House") == nullptr);
    CHECK(table.spelled("Pier Nine")->blocked);
    CHECK(table.longest_from("port") == 2);
    CHECK(table.longest_from("coast") == 0);
}

TEST_CASE("a name of some languages is found in texts of these, and asked for in any") {
    const auto table = AliasTable::over(
        {}, "loc:milan\tplace\tMilan\tMailand\t@de\nloc:milan\tplace\tMilan\tMilano\t@it,@fi\n");
    CHECK(table.spelled("Mailand") == nullptr);
    REQUIRE(table.spelled_in("de", "MAILAND") != nullptr);
    CHECK(table.spelled_in("de", "Mailand")->id == "loc:milan");
    CHECK(table.spelled_in("fi", "Milano") != nullptr);
    CHECK(table.spelled_in("de", "Milano") == nullptr);
    CHECK(table.spelled_in("", "Mailand") == nullptr);
    CHECK(table.id_of("place mailand") == "loc:milan");
    CHECK(keys(table, "loc:milan")
          == std::vector<std::string>{"place mailand", "place milan", "place milano"});
    std::vector<Error> problems;
    AliasTable::over({}, "loc:milan\tplace\tMilan\tMailand\t@german\n", &problems);
    CHECK(problems.size() == 1);
}

TEST_CASE("every line of the shipped tables holds, and their cities lead to those of English") {
    const auto& table = AliasTable::shipped();
    CHECK(table.rows() > 3'000);
    for (const auto* name : {"wien", "münchen", "köln", "mailand", "warschau", "prag", "genf"}) {
        CAPTURE(name);
        const auto* const row = table.spelled_in("de", name);
        REQUIRE(row != nullptr);
        CHECK(table.id_of(archive::name_key(archive::EntityType::place, name))
              == table.id_of(archive::name_key(archive::EntityType::place, row->label)));
    }
    CHECK(table.spelled_in("de", "Essen") == nullptr);
    CHECK(table.spelled("München") == nullptr);
}

TEST_CASE("keys lead to ids and ids to keys") {
    const auto table = own_table();
    CHECK(table.id_of("org pa") == "org:port-authority");
    CHECK(table.id_of("place northporter") == "loc:northport");
    CHECK(table.id_of("person bo chu") == "person:bo-chu");
    CHECK(table.id_of("person anna lee") == "person:ann-lee");
    CHECK(keys(table, "org:port-authority")
          == std::vector<std::string>{"org pa", "org port authority"});
    CHECK(keys(table, "loc:northport")
          == std::vector<std::string>{"place northport", "place northporter"});
    CHECK(keys(table, "person:ann-lee")
          == std::vector<std::string>{"person ann lee", "person ann p lee", "person anna lee"});
    CHECK(keys(table, "person:bo-chu") == std::vector<std::string>{"person bo chu"});
    CHECK(keys(table, "person:bo-chu~2").empty());
    CHECK(table.metonyms_of("loc:northport") == std::vector<std::string>{"place harbour house"});
    CHECK(table.label_of("person:ann-lee") == "Ann Lee");
    CHECK(table.label_of("person:bo-chu").empty());
    CHECK(table.is_agency("org:coastline"));
    CHECK_FALSE(table.is_agency("org:port-authority"));
    CHECK(table.blocks("person pier nine"));
}

TEST_CASE("rows of the user's file count more than those below") {
    const auto table =
        AliasTable::over(own_table(), "org:public-archive\torg\tPublic Archive\tPA\tcs\n");
    CHECK(table.spelled("PA")->id == "org:public-archive");
    CHECK(table.id_of("org pa") == "org:public-archive");
    CHECK(keys(table, "org:port-authority") == std::vector<std::string>{"org port authority"});
    CHECK(table.id_of("org port authority") == "org:port-authority");
}

TEST_CASE("a bad line is named by its number and the others hold") {
    std::vector<Error> problems;
    const auto table = AliasTable::over({},
                                        "org:a\torg\tA\tA\n"
                                        "too\tfew\n"
                                        "org:b\tship\tB\tB\t\n"
                                        "Org B\torg\tB\tB\t\n"
                                        "org:b\torg\tB\tB\tfoggy\n"
                                        "org:b\torg\tB\t...\t\n"
                                        "org:b\torg\t\tB\t\n"
                                        "org:b\torg\tB\tB\xff\t\n"
                                        "org:b\torg\tB\torg:b\tsame\n"
                                        "org:c\torg\tC\tC\t\r\n",
                                        &problems);
    CHECK(table.rows() == 2);
    REQUIRE(problems.size() == 8);
    CHECK(problems[0].where == "line 2");
    CHECK(problems[7].where == "line 9");
    CHECK(problems[3].message.find("foggy") != std::string::npos);
    CHECK(table.spelled("C") != nullptr);
}

TEST_CASE("ids that are merged in a ring are refused at the line that closes it") {
    std::vector<Error> problems;
    const auto table = AliasTable::over({},
                                        "org:a\torg\tA\torg:b\tsame\n"
                                        "org:b\torg\tB\torg:c\tsame\n"
                                        "org:c\torg\tC\torg:a\tsame\n",
                                        &problems);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].where == "line 3");
    CHECK(table.settled("org:c") == "org:a");
}

TEST_CASE("the shipped table has no bad line and knows countries in their forms") {
    const auto& table = AliasTable::shipped();
    CHECK(table.rows() > 1500);
    CHECK(table.id_of("place dprk") == "loc:north-korea");
    CHECK(table.id_of("place north korean") == "loc:north-korea");
    CHECK(table.id_of("place us") == "loc:united-states");
    CHECK(table.spelled("us") == nullptr);
    CHECK(table.spelled("U.S.")->id == "loc:united-states");
    CHECK(table.is_agency("org:kcna"));
    const auto korea = keys(table, "loc:north-korea");
    CHECK(std::find(korea.begin(), korea.end(), "place north korea") != korea.end());
}

TEST_CASE("no island is meant where German counts its men") {
    const auto& table = AliasTable::shipped();
    CHECK(table.id_of("place isle of man") == "loc:isle-of-man");
    CHECK(table.spelled("Mann") == nullptr);  // "8000 Mann Fussvolk"
}

TEST_CASE("every name of the shipped table leads to its own id") {
    const auto& table = AliasTable::shipped();
    for (const auto& alias : table.all()) {
        const auto language = alias.languages.substr(alias.languages.empty() ? 0 : 1, 2);
        const auto* const row = table.spelled_in(language, alias.surface);
        const auto* const behind_the = table.after_the(alias.surface);
        const bool found = (row != nullptr && row->id == alias.id)
                           || (behind_the != nullptr && behind_the->id == alias.id);
        CHECK_MESSAGE(found, alias.surface);
        if (!alias.languages.empty())
            CHECK(table.id_of(archive::name_key(*alias.type, alias.surface)) == alias.id);
    }
}

TEST_CASE("a file that is not there is an error") {
    CHECK_FALSE(AliasTable::read_over({}, "/nowhere/aliases.tsv"));
}
