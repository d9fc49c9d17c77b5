// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/line_shape.h"

#include <doctest/doctest.h>

#include <string>

using indexer::word_count;

TEST_CASE("words are counted alike wherever in a line they stand") {
    for (std::size_t before = 0; before < 20; ++before) {
        for (std::size_t length = 1; length < 20; ++length) {
            CAPTURE(before);
            CAPTURE(length);
            const std::string blanks(before, ' ');
            const std::string word(length, 'w');
            CHECK(word_count(blanks + word) == 1);
            CHECK(word_count(blanks + word + " \t" + word + "\n") == 2);
            CHECK(word_count(word + blanks + "é" + word) == (before == 0 ? 1 : 2));
            CHECK(word_count(blanks + word + " “" + word + "” " + word + " ") == 3);
            CHECK(word_count(blanks + word + "日本語文" + word) == 3);
        }
    }
    CHECK(word_count("") == 0);
    CHECK(word_count(" \t\n \t\n    ") == 0);
    CHECK(word_count("\xe0\xa5\x80") == 1);
}
