// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/compared_words.h"

#include <doctest/doctest.h>

#include <string>

using namespace archive;

namespace {

/// The words of a text, parted by bars.
std::string cut(std::string_view text) {
    WordNumbers numbers;
    std::vector<ComparedWord> words;
    append_compared_words(text, 0, numbers, words);
    std::string shown;
    for (const auto& word : words) {
        if (!shown.empty()) shown += '|';
        shown += text.substr(word.begin, word.end - word.begin);
    }
    return shown;
}

/// Whether two texts are the same to a reader.
bool same(std::string_view left, std::string_view right) {
    WordNumbers numbers;
    std::vector<ComparedWord> lefts, rights;
    append_compared_words(left, 0, numbers, lefts);
    append_compared_words(right, 0, numbers, rights);
    return std::equal(lefts.begin(), lefts.end(), rights.begin(), rights.end(),
                      [](const ComparedWord& one, const ComparedWord& other) {
                          return one.number == other.number;
                      });
}

}  // namespace

TEST_CASE("a word is what stands between blanks without the marks around it") {
    CHECK(cut("“Don’t sail,” she said - at 10,000 feet (3.5 km).")
          == "“|Don’t|sail|,|”|she|said|-|at|10,000|feet|(|3.5|km|)|.");
    CHECK(cut("self-defence, the U.S. and the pilots’ 11:30 boat")
          == "self-defence|,|the|U.S|.|and|the|pilots|’|11:30|boat");
    CHECK(cut("ends.Then and/or 40% -- wait...") == "ends|.|Then|and|/|or|40|%|--|wait|...");
    CHECK(cut(" \t\u00A0\u200B").empty());
}

TEST_CASE("scripts without blanks are cut into characters or by the dictionary, Korean by blanks") {
    CHECK(cut("港务部长，周六") == "港|务|部|长|，|周|六");
    CHECK(cut("배가 다시") == "배가|다시");
    CHECK(cut("เรือข้ามฟาก") == "เรือ|ข้าม|ฟาก");
    CHECK(cut("40人") == "40|人");
}

TEST_CASE("what is house style or cannot be seen is the same") {
    CHECK(same("‘yes’", "“yes”"));
    CHECK(same("„ja“ «oui» 「是」", "\"ja\" 'oui' “是”"));
    CHECK(same("don’t", "don't"));
    CHECK(same("wait — now", "wait -- now"));
    CHECK(same("wait…", "wait..."));
    CHECK(same("cafe\u0301", "caf\u00E9"));
    CHECK(same("co\u00ADoperate", "cooperate"));
    CHECK(same("self\u2011defence", "self-defence"));
}

TEST_CASE("case, accents, marks and digits are not") {
    CHECK_FALSE(same("Prime", "prime"));
    CHECK_FALSE(same("café", "cafe"));
    CHECK_FALSE(same("yes.", "yes"));
    CHECK_FALSE(same("yes.", "yes..."));
    CHECK_FALSE(same("10,000", "10000"));
    CHECK_FALSE(same("dont", "don't"));
}
