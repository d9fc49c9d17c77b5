// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/word_form.h"

#include <doctest/doctest.h>

using indexer::look_at;
using indexer::WordForm;

TEST_CASE("a word is known by its lower case, its shape and its outline") {
    struct Case {
        const char* word;
        const char* lower;
        const char* shape;
        const char* outline;
    };
    for (const auto& one :
         {Case{"McDonald", "mcdonald", "XxXxxx", "XxXx"}, Case{"F-16s", "f-16s", "X-ddx", "X-dx"},
          Case{"U.N.", "u.n.", "X.X.", "X.X."}, Case{"Östersund", "östersund", "Xxxx", "Xx"},
          Case{"O\u2019Hara", "o'hara", "X'Xxxx", "X'Xx"}, Case{"\u201C", "\"", "\"", "\""},
          Case{"", "", "", ""}}) {
        CAPTURE(one.word);
        WordForm form;
        look_at(one.word, form);
        CHECK(form.lower == one.lower);
        CHECK(form.shape == one.shape);
        CHECK(form.outline == one.outline);
    }
}

TEST_CASE("capitals, figures and punctuation are told, and one word leaves nothing to the next") {
    WordForm form;
    look_at("NATO", form);
    CHECK((form.capital && form.has_capital && form.all_capitals));
    look_at("iPod", form);
    CHECK((!form.capital && form.has_capital && !form.all_capitals && !form.number));
    look_at("1998", form);
    CHECK((form.number && !form.has_capital && !form.punctuation));
    look_at("--", form);
    CHECK((form.punctuation && !form.number));
}

TEST_CASE("malformed bytes are a sign of their own and stop nothing") {
    WordForm form;
    look_at("A\xFFz", form);
    CHECK(form.shape == "Xpx");
    CHECK(form.capital);
}
