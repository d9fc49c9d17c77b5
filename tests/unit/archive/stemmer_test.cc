// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/stemmer.h"

#include <doctest/doctest.h>

#include <string>

using archive::Stemmer;

TEST_CASE("forms of an English word have one stem") {
    Stemmer stem("en");
    CHECK(stem("election") == "elect");
    CHECK(std::string(stem("elections")) == std::string(stem("elected")));
    CHECK(stem("missiles") == "missil");
}

TEST_CASE("German umlauts and their spelling with e have one stem") {
    Stemmer stem("de");
    CHECK(std::string(stem("muller")) == std::string(stem("mueller")));
    CHECK(std::string(stem("wahlte")) == std::string(stem("waehlte")));
}

TEST_CASE("Russian endings are stemmed with their breve") {
    Stemmer stem("ru");
    CHECK(std::string(stem("войной")) == std::string(stem("война")));
}

TEST_CASE("words with digits, of two letters or in ideographs stay") {
    Stemmer stem("en");
    for (const char* word : {"1990s", "us", "is", "c++", "at&t", "mh17", "会談する", "их"}) {
        CAPTURE(word);
        CHECK(stem(word) == word);
    }
}

TEST_CASE("a text whose language nobody can tell is stemmed as English") {
    Stemmer stem("und");
    CHECK(stem("elections") == "elect");
}

TEST_CASE("a language without a stemmer leaves words as they are") {
    for (const char* language : {"zh", "pl", "", "xx", "english"}) {
        CAPTURE(language);
        Stemmer stem(language);
        CHECK(stem("elections") == "elections");
    }
}

TEST_CASE("a stem asked for again is the same, also after more words than are remembered") {
    Stemmer stem("en");
    const std::string before(stem("running"));
    for (int i = 0; i < 70'000; ++i) {
        std::string word = "w";
        for (int rest = i; rest != 0; rest /= 26) word += static_cast<char>('a' + rest % 26);
        CHECK_FALSE(stem(word + "ing").empty());
    }
    CHECK(stem("running") == before);
    CHECK(stem("running") == before);
}
