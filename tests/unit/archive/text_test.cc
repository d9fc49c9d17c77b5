// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/text.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace archive;

namespace {

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Runs of ASCII, characters of two to four bytes, and bytes that belong to none.
std::string random_text(std::mt19937& random) {
    constexpr const char* pieces[] = {"gulls over the harbour", "a", "é", "–", "𝄞", "\x80", "\xE2"};
    std::string text;
    for (auto left = random() % 8; left > 0; --left) text += pieces[random() % std::size(pieces)];
    return text;
}

}  // namespace

TEST_CASE("so many characters on and back is where walking one by one leads") {
    std::mt19937 random(3);
    for (int round = 0; round < 3'000; ++round) {
        const auto text = random_text(random);
        const auto begin = random() % (text.size() + 1);
        const auto characters = random() % 60;
        auto on = begin, back = begin;
        for (auto left = characters; left > 0 && on < text.size(); --left) {
            do ++on;
            while (on < text.size() && continues(text[on]));
        }
        for (auto left = characters; left > 0 && back > 0; --left) {
            do --back;
            while (back > 0 && continues(text[back]));
        }
        CAPTURE(text);
        CHECK(characters_on(text, begin, characters) == on);
        CHECK(characters_back(text, begin, characters) == back);
    }
}

TEST_CASE("one malformed byte anywhere makes a text no UTF-8") {
    std::mt19937 random(4);
    for (int round = 0; round < 1'000; ++round) {
        auto text = random_text(random);
        CHECK(is_utf8(text) == (to_valid_utf8(text) == text));
        text.insert(random() % (text.size() + 1), "\xFF");
        CHECK_FALSE(is_utf8(text));
    }
}
