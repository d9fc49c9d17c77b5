// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/terms.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <utility>

using archive::words_of;

namespace {

/// The plain words, parted by blanks; joined words in brackets behind the last word they cover.
std::string cut_up(std::string_view text) {
    std::string line;
    for (const auto& word : words_of(text)) {
        if (!line.empty()) line += ' ';
        line += word.span == 1 ? word.text : "[" + word.text + "]";
    }
    return line;
}

/// The words in capitals.
std::string in_capitals(std::string_view text) {
    std::string line;
    for (const auto& word : words_of(text)) {
        if (!word.capitals) continue;
        if (!line.empty()) line += ' ';
        line += word.text;
    }
    return line;
}

struct Cut {
    const char* text;
    std::string_view words;
};

void check(std::initializer_list<Cut> cuts) {
    for (const auto& cut : cuts) {
        CAPTURE(cut.text);
        CHECK(cut_up(cut.text) == cut.words);
    }
}

}  // namespace

TEST_CASE("a word keeps its place in the text and counts its position") {
    const auto words = words_of("Ferry sinks, 12 saved");
    REQUIRE(words.size() == 4);
    CHECK(words[1].text == "sinks");
    CHECK(words[1].begin == 6);
    CHECK(words[1].end == 11);
    CHECK(words[3].position == 3);
    CHECK(words[3].span == 1);
}

TEST_CASE("the U.S. and the US are the same words") {
    CHECK(cut_up("the U.S. and the West") == cut_up("the US and the West"));
    CHECK(in_capitals("the U.S. and the West") == "us");
    CHECK(in_capitals("the US and the West") == "us");
    CHECK(in_capitals("it told us").empty());
    check({{"in the U.S.", "in the us"},
           {"U.S.-made", "us made [usmade]"},
           {"the U.S.’s and the U.S.'s", "the us and the us"},
           {"U.S.A., I.B.M.", "usa ibm"},
           {"at 10 a.m. in Washington D.C. today", "at 10 am in washington dc today"},
           {"С.С.С.Р.", "ссср"},
           {"Ph.D.", "ph d"},
           {"the end.The next", "the end the next"},
           {"Wait...", "wait"},
           {"J.Smith", "j smith"}});
}

TEST_CASE("a word set close behind a dotted one is a word of its own") {
    check({{"J.P.Morgan", "jp morgan"},
           {"the U.S.Senate on U.S.287", "the us senate on us 287"},
           {"А.С.Пушкин", "ас пушкин"},
           {"at 9 a.m.Then", "at 9 am then"},
           {"U.S.A-made", "usa made [usamade]"}});
    CHECK(cut_up("J.P.Morgan") == cut_up("J.P. Morgan"));
    CHECK(in_capitals("the U.S.Senate") == "us");
    const auto words = words_of("J.P.Morgan");
    CHECK(words[0].end == 4);
    CHECK(words[1].begin == 4);
}

TEST_CASE("a dotted word keeps its last dot among its bytes") {
    const auto words = words_of("in the U.S., he said");
    REQUIRE(words.size() == 5);
    CHECK(words[2].begin == 7);
    CHECK(words[2].end == 11);
}

TEST_CASE("capitals are two or more letters without a small one") {
    CHECK(in_capitals("WHO who Who W NATO's McDonald ÖVP ООН MH17 G7 AT&T COVID-19")
          == "who nato ovp оон mh17 at&t covid");
}

TEST_CASE("digit groups are joined whatever parts them") {
    check(
        {{"10,000 10.000 10\u00A0000 10\u202F000 10'000 10’000",
          "10000 10000 10000 10000 10000 10000"},
         {"1,234,567.89 and 1.234.567,89 and 1\u00A0234,5", "1234567.89 and 1234567.89 and 1234.5"},
         {"10 000 troops", "10 000 [10000] troops"},
         {"1 000 000", "1 000 000 [1000000]"},
         {"in 2004 500 people", "in 2004 500 people"},
         {"10 000-strong", "10 000 [10000] strong [10000strong]"},
         {"10 000km", "10 000km"},
         {"0 000 and 007 100", "0 000 and 007 100"},
         {"1,2 and 10,0000 and 1000,000", "1 2 and 10 0000 and 1000 000"}});
}

TEST_CASE("a long row of groups is a table, and every group is a word") {
    std::string blanks = "100";
    std::string apostrophes = "100";
    constexpr std::size_t groups = 200'000;
    for (std::size_t i = 0; i < groups; ++i) {
        blanks += " 100";
        apostrophes += "'100";
    }
    const auto words = words_of(blanks + " 12");
    CHECK(words.front().text == "100");
    CHECK(words.size() >= groups + 2);
    CHECK(words_of(apostrophes + "'1000").size() >= groups);
}

TEST_CASE("decimals are one word and dates are several") {
    check({{"1.5bn 3.14 50 % €5m 0.125", "1.5bn 3.14 50 5m 0.125"},
           {"30.11.2024", "30 11 2024"},
           {"2024-11-30", "2024 11 30 [20241130]"},
           {"version 1.2.3", "version 1 2 3"},
           {"9/11 at 10:30.", "9 11 at 10 30"},
           {"in 2004.", "in 2004"}});
}

TEST_CASE("the possessive is dropped and other apostrophes join or part") {
    check({{"Kim's Kim’s KIM'S James'", "kim kim kim james"},
           {"the 1990's and '90s", "the 1990s and 90s"},
           {"don't don’t donʼt", "dont dont dont"},
           {"O'Brien O’Brien", "obrien obrien"},
           {"l'homme", "l homme [lhomme]"},
           {"qu’il dell'arte", "qu il [quil] dell arte [dellarte]"},
           {"aujourd'hui", "aujourdhui"},
           {"'quoted' ‘quoted’", "quoted quoted"}});
}

TEST_CASE("hyphenated words are parts and joined, dashes only part") {
    check({{"self-defence", "self defence [selfdefence]"},
           {"self\u2010defence self\u2011defence",
            "self defence [selfdefence] self defence [selfdefence]"},
           {"self–defence — or", "self defence or"},
           {"state-of-the-art", "state of the art [stateoftheart]"},
           {"a-b-c-d-e", "a b c d e"},
           {"F-16 COVID-19", "f 16 [f16] covid 19 [covid19]"},
           {"- no -joining- here-", "no joining here"}});
    const auto words = words_of("in self-defence now");
    REQUIRE(words.size() == 5);
    CHECK(words[3].text == "selfdefence");
    CHECK(words[3].position == 1);
    CHECK(words[3].span == 2);
    CHECK(words[3].begin == 3);
    CHECK(words[3].end == 15);
    CHECK(words[4].position == 3);
}

TEST_CASE("signs stay where they make another word") {
    check({{"AT&T R&D Q&A", "at&t r&d q&a"},
           {"at&t", "at&t"},
           {"salt&pepper you&me", "salt pepper you me"},
           {"C++, C# and A+", "c++ c# and a+"},
           {"Disney+ a+b x#y 1+1", "disney a b x y 1 1"},
           {"@handle #tag", "handle tag"},
           {"info@example.org https://www.example.org/a_b?c=1",
            "info example org https www example org a b c 1"}});
}

TEST_CASE("soft hyphens and zero-width characters are as if they were not there") {
    check(
        {{"co\u00ADoperate", "cooperate"}, {"zero\u200Bwidth\u200D \uFEFFmark", "zerowidth mark"}});
}

TEST_CASE("case and accents do not count, composed or not") {
    check({{"café Café CAFE\u0301 cafe", "cafe cafe cafe cafe"},
           {"Müller Mu\u0308ller", "muller muller"},
           {"Straße STRASSE", "strasse strasse"},
           {"İstanbul Łódź Ærø Þór ﬁnd Ｆｕｌｌ", "istanbul lodz aero thor find full"},
           {"Αθήνα Ёлка", "αθηνα елка"},
           {"российский российски\u0438\u0306", "российский российский"},
           {"m² CO₂ ½", "m2 co2"}});
}

TEST_CASE("a combining mark belongs to the bytes of its word") {
    const auto words = words_of("cafe\u0301 bar");
    REQUIRE(words.size() == 2);
    CHECK(words[0].end == 6);
    CHECK(words[1].begin == 7);
}

TEST_CASE("Chinese, Japanese and Korean are cut into characters and pairs") {
    check({{"金正恩", "金 正 [金正] 恩 [正恩]"},
           {"東京で", "東 京 [東京] で [京で]"},
           {"전쟁을", "전 쟁 [전쟁] 을 [쟁을]"},
           {"\u1112\u1161\u11AB", "한"},
           {"か\u3099 ｶﾞ", "が ガ"},
           {"iPhone手机2024年", "iphone 手 机 [手机] 2024 年"}});
    const auto words = words_of("金正恩");
    CHECK(words[4].position == 1);
    CHECK(words[4].span == 2);
    CHECK(words[4].begin == 3);
    CHECK(words[4].end == 9);
}

TEST_CASE("Thai, Lao and Khmer are cut by dictionary") {
    CHECK(words_of("ผู้นำเกาหลีเหนือ").size() == 2);
    CHECK(!words_of("ກະຊວງ").empty());
    CHECK(words_of("ភាសាខ្មែរ").front().text == words_of("ភាសាខ្មែរ และ").front().text);
}

TEST_CASE("Arabic vowels and tatweel are left out") {
    check({{"وَالْحَرْب", "والحرب"}, {"مـــحمد", "محمد"}, {"٢٠٢٤", "2024"}});
}

TEST_CASE("scripts with marks of their own keep them") {
    check({{"हिन्दी समाचार", "हिन्दी समाचार"}});
    CHECK(cut_up("கொ") == cut_up("க\u0BC6\u0BBE"));
}

TEST_CASE("malformed bytes and NUL part words") {
    CHECK(cut_up("bad\xFFgood\xC3") == "bad good");
    CHECK(cut_up(std::string_view("a\0b", 3)) == "a b");
    CHECK(words_of("").empty());
    CHECK(words_of("?!… —").empty());
}

TEST_CASE("a word longer than a term is cut, and its bytes are all there") {
    const std::string text = std::string(1000, 'a') + "-b";
    const auto words = words_of(text);
    REQUIRE(words.size() == 2);
    CHECK(words[0].text == std::string(archive::limits::term_bytes, 'a'));
    CHECK(words[0].end == 1000);
    std::string accents = "x";
    for (int i = 0; i < 100; ++i) accents += "ж";
    const auto cut = words_of(accents);
    REQUIRE(cut.size() == 1);
    CHECK(cut[0].text.size() <= archive::limits::term_bytes);
    CHECK(archive::is_utf8(cut[0].text));
}

TEST_CASE("cutting a cut word again gives the same word") {
    for (const std::string_view text :
         {"U.S. 10,000 Kim's O'Brien AT&T C++ café straße 1.5bn 金 российский ٢٠٢٤ Мир I.B.M."}) {
        for (const auto& word : words_of(text)) {
            CAPTURE(word.text);
            const auto again = words_of(word.text);
            REQUIRE(again.size() == 1);
            CHECK(again[0].text == word.text);
        }
    }
}
