// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/stem_lines.h"

#include <doctest/doctest.h>

using namespace indexer;

TEST_CASE("a line of a list of words has a word and its flags") {
    for (const auto* const line : {"harbour/SMD", "harbour/SMD\r", "harbour/SMD po:noun"}) {
        CAPTURE(line);
        CHECK(stem_line(line).word == "harbour");
        CHECK(stem_line(line).flags == "SMD");
    }
    CHECK(stem_line("pilot").word == "pilot");
    CHECK(stem_line("pilot").flags.empty());
    CHECK(stem_line("pilot po:noun").word == "pilot");
    CHECK(stem_line("pilot\tpo:noun").word == "pilot");
}

TEST_CASE("a line of two words, or of none, has no word") {
    for (const auto* const line : {"pilot boat", "pilot/S boat", "and\\/or/S", "", "/S"}) {
        CAPTURE(line);
        CHECK(stem_line(line).word.empty());
    }
}

TEST_CASE("flags are found in a set of them") {
    const FlagSet flags("SM");
    CHECK(flags.any_of("DM"));
    CHECK_FALSE(flags.any_of("D"));
    CHECK_FALSE(flags.any_of(""));
    CHECK_FALSE(FlagSet("").any_of("S"));
}
