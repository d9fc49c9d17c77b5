// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/wildcards.h"

#include "archive/search/letter_edits.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace archive;

namespace {

/// The words of an open text with the places they stand on: "def* 1", "selfdef* 0-1".
std::vector<std::string> open_words(std::string_view text) {
    std::vector<std::string> lines;
    for (const auto& word : open_words_of(text)) {
        auto line = word.text + ' ' + std::to_string(word.position);
        if (word.span > 1) line += '-' + std::to_string(word.position + word.span - 1);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::size_t slips(std::string_view left, std::string_view right, std::size_t most = 2) {
    return LetterEdits(left, most).to(right);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("open words are cut and folded as others are") {
    CHECK(open_words("Ferr* QU?Y") == Lines{"ferr* 0", "qu?y 1"});
    CHECK(open_words("self-Def*") == Lines{"self 0", "def* 1", "selfdef* 0-1"});
    CHECK(open_words("O’Bri?n caf? Über*") == Lines{"obri?n 0", "caf? 1", "uber* 2"});
    CHECK(open_words("Пар?м* العبا*") == Lines{"пар?м* 0", "العبا* 1"});
    CHECK(open_words("2024*, 10,0?0") == Lines{"2024* 0", "10 1", "0?0 2"});
    CHECK(open_words("\uA78F\uA7F7 a") == Lines{"a 0"});
}

TEST_CASE("a star stands for any letters or none, a question mark for one") {
    CHECK(fills("ferr*", "ferry"));
    CHECK(fills("ferr*", "ferr"));
    CHECK(fills("f?rry", "f\u00e4rry"));
    CHECK(fills("f*r*y", "ferryboaty"));
    CHECK(fills("f??*", "fä\u6e21"));
    CHECK(fills("пар?м", "паром"));
    CHECK_FALSE(fills("ferr*", "fern"));
    CHECK_FALSE(fills("f?rry", "frry"));
    CHECK_FALSE(fills("ferr?", "ferr"));
    CHECK_FALSE(fills("ferr?", "ferries"));
    CHECK_FALSE(fills("f*y", "ferryboat"));
    CHECK_FALSE(fills("", "a"));
    CHECK(beginning_of("ukr*ne") == "ukr");
    CHECK(beginning_of("?krn").empty());
}

TEST_CASE("slips are letters wrong, missing, too many, or two that changed places") {
    CHECK(slips("varnish", "varnish") == 0);
    CHECK(slips("varnihs", "varnish") == 1);
    CHECK(slips("varnsh", "varnish") == 1);
    CHECK(slips("varniish", "varnish") == 1);
    CHECK(slips("vornish", "varnish") == 1);
    CHECK(slips("vranihs", "varnish") == 2);
    CHECK(slips("vnih", "varnish") == 3);
    CHECK(slips("vnih", "varnish", 1) == 2);
    CHECK(slips("fähre", "fahre") == 1);
    CHECK(slips("паром", "порам") == 2);
    CHECK(slips("", "ab") == 2);
    CHECK(slips("ca", "abc") == 3);  // the letters that changed places may not part again
}
