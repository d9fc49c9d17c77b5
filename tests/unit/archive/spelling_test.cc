// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/spelling.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

using archive::Error;
using archive::SpellingTable;

namespace {

std::string joined(std::span<const std::string> words) {
    std::string line;
    for (const auto& word : words) line += (line.empty() ? "" : " ") + word;
    return line;
}

std::string variants(std::string_view word) {
    return joined(SpellingTable::shipped().variants(word));
}

}  // namespace

TEST_CASE("British and American spellings find each other") {
    CHECK(variants("defence") == "defense");
    CHECK(variants("defense") == "defence");
    CHECK(variants("organisations") == "organizations");
    CHECK(variants("colour") == "color");
    CHECK(variants("centres") == "centers");
    CHECK(variants("paralysed") == "paralyzed");
    CHECK(variants("travelled") == "traveled");
    CHECK(variants("anaemia") == "anemia");
    CHECK(variants("gray") == "grey");
    CHECK(variants("programme") == "program");
    CHECK(variants("selfdefence") == "selfdefense");
    CHECK(variants("ferry").empty());
}

TEST_CASE("words that mean something else on the other side are left out") {
    for (const char* word :
         {"tyre", "tire", "cheque", "check", "storey", "story", "kerb", "curb"}) {
        CAPTURE(word);
        CHECK(variants(word).empty());
    }
}

TEST_CASE("a word that is also written as two knows its parts") {
    CHECK(joined(SpellingTable::shipped().compound("selfdefence")) == "self defence");
    CHECK(joined(SpellingTable::shipped().compound("selfdefense")) == "self defense");
    CHECK(SpellingTable::shipped().compound("defence").empty());
    CHECK(SpellingTable::shipped().joined("self", "defence") == "selfdefence");
    CHECK(SpellingTable::shipped().joined("selfd", "efence").empty());
    CHECK(SpellingTable::shipped().joined("self", "ferry").empty());
}

TEST_CASE("the shipped table has more than a thousand words and no unreadable line") {
    std::vector<Error> problems;
    const auto table = SpellingTable::read("config/spelling.tsv", &problems);
    REQUIRE(table);
    for (const auto& problem : problems) FAIL_CHECK(problem.where << ": " << problem.message);
    CHECK(table->words() > 2'000);
    CHECK(table->words() == SpellingTable::shipped().words());
}

TEST_CASE("endings are put behind both spellings") {
    const auto table = SpellingTable::parse("labour\tlabor\t- s ed\r\n# a remark\n\n");
    CHECK(table.words() == 6);
    CHECK(joined(table.variants("labors")) == "labours");
}

TEST_CASE("a word may have several other spellings, each once") {
    const auto table = SpellingTable::parse("kyiv\tkiev\nkyiv\tkyyiv\nkiev\tkyiv\n");
    CHECK(joined(table.variants("kyiv")) == "kiev kyyiv");
}

TEST_CASE("a bad line is named by its number and skipped") {
    std::vector<Error> problems;
    const auto table = SpellingTable::parse(
        "grey\tgray\nlonely\nsame\tsame\na\tb\tc\td\nUpper\tcase\nword\t= only\nx\ty\t "
        "\nplough\tplow\n",
        &problems);
    CHECK(table.words() == 4);
    REQUIRE(problems.size() == 6);
    CHECK(problems[0].where == "line 2");
    CHECK(problems[0].message.find("lonely") != std::string::npos);
    CHECK(problems[5].where == "line 7");
}

TEST_CASE("a missing table is an error, not an empty one") {
    const auto table = SpellingTable::read("config/no-such-table.tsv");
    REQUIRE_FALSE(table);
    CHECK(table.error().code == archive::ErrorCode::file_unreadable);
}
