// SPDX-License-Identifier: GPL-2.0-or-later
// figures.h - Numbers as newspapers print them: "10,000", "10.000", "1 234,56", "3.14".
//
// All of a kind become one word, so that 10000 finds them all. Dates and versions ("30.11.2024",
// "1.2.3") are no numbers: their parts stay words.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace archive {

/// A number at some place of a text.
struct Figure {
    std::size_t end = 0;  ///< where it ends in the text
    std::size_t size = 0;
    std::array<char, 64> digits{};  ///< without separators of groups; decimals after a point

    std::string_view text() const { return {digits.data(), size}; }
};

/// The number that begins with the ASCII digit at `at`: groups of three joined when the same
/// separator (comma, point, apostrophe, no-break or thin blank) stands between all of them.
Figure figure_at(std::string_view text, std::size_t at);

/// How many groups of three digits, each after a plain blank, follow at `at`: 1 for " 000 men". 0
/// when they are no part of a number, or are too many to be one.
std::size_t spaced_groups(std::string_view text, std::size_t at);

}  // namespace archive
