// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/word_ranks.h"

#include "archive/index/tokens.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace archive;

TEST_CASE("words are numbered by how often they occur, those as frequent as they were met") {
    const std::vector<std::uint32_t> occurrences{2, 7, 2, 0, 9};
    const auto ranks = ranks_of(occurrences);
    CHECK(ranks == std::vector<std::uint32_t>{2, 1, 3, 4, 0});
    CHECK(in_order_of<std::string>(ranks, {"ferry", "of", "harbour", "x", "the"})
          == std::vector<std::string>{"the", "of", "ferry", "harbour", "x"});
}

TEST_CASE("tokens with new numbers say the same words in the same places") {
    std::string met, expected, bytes = "before";
    TokenEncoder first(met), second(expected);
    const std::vector<std::uint32_t> ranks{300, 0, 70'000, 1};
    for (auto* encoder : {&first, &second}) {
        const auto number = [&](std::uint32_t word) {
            return encoder == &first ? word : ranks[word];
        };
        encoder->zone(ZoneKind::headline);
        encoder->word(number(0));
        encoder->word(number(1));
        encoder->joined(2, number(2));
        encoder->zone(ZoneKind::body);
        encoder->word(number(3));
        encoder->paragraph();
        encoder->word(number(2));
    }
    append_ranked(met, ranks, bytes);
    CHECK(bytes == "before" + expected);
}
