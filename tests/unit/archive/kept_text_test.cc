// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/kept_text.h"

#include <doctest/doctest.h>

#include <string>

using namespace archive;

namespace {

KeptText kept(std::string_view earliest, std::string_view version) {
    return EarliestText(earliest).kept_by(version);
}

}  // namespace

TEST_CASE("words are kept in runs of three, whatever their order") {
    const auto result =
        kept("The boats may sail under their own escort, her office said on Saturday.",
             "Her office said the boats may sail at dusk.");
    CHECK(result.kept == doctest::Approx(7.0 / 13.0));
    CHECK(result.dropped == 6);
    CHECK(result.added == 2);
}

TEST_CASE("a copy keeps all, other case, marks and paragraphs included") {
    CHECK(kept("The ferry sank.\n“Nobody” was hurt.", "THE FERRY sank — nobody was hurt")
          == KeptText{1, 0, 0});
    CHECK(kept("港务部长星期六表示", "港务部长星期六表示，渡轮") == KeptText{1, 0, 2});
}

TEST_CASE("a moved paragraph is kept, single words are not") {
    CHECK(kept("One two three four.\nFive six seven.", "Five six seven.\nOne two three four.")
          == KeptText{1, 0, 0});
    CHECK(kept("the ferry of the islands", "islands ferry the of") == KeptText{0, 5, 4});
}

TEST_CASE("texts of fewer than three words are kept whole or not at all") {
    CHECK(kept("", "") == KeptText{1, 0, 0});
    CHECK(kept("", "new words here") == KeptText{1, 0, 3});
    CHECK(kept("ferry sank", "the ferry sank here") == KeptText{1, 0, 2});
    CHECK(kept("ferry sank", "sank ferry") == KeptText{0, 2, 2});
    CHECK(kept("the ferry sank", "ferry sank") == KeptText{0, 3, 2});
}

TEST_CASE("one preparation serves many versions") {
    const EarliestText earliest("a b c d e f g h");
    CHECK(earliest.kept_by("a b c d").kept == 0.5);
    CHECK(earliest.kept_by("a b c d e f g h").kept == 1);
    CHECK(earliest.kept_by("a b x c d").kept == 0);
}
