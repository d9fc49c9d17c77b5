// SPDX-License-Identifier: GPL-2.0-or-later
// date_words.h - A text cut into the numbers and words that dates are made of.
//
// "Sat, 30 Nov. 2024" is Sat | 30 | Nov | 2024. Digits of other scripts count as digits; blanks,
// dashes and quotation marks of any width only part.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace indexer {

struct DateWord {
    int digits = 0;          ///< how many, or 0 for a word of letters
    std::int64_t value = 0;  ///< of a number
    std::string_view text;
    std::size_t first = 0;  ///< byte offsets in the text
    std::size_t last = 0;
    char before = ' ';  ///< the byte in front of it, a blank at the beginning

    bool number() const { return digits > 0; }
    /// Whether exactly one byte parts it from `earlier`.
    bool follows(const DateWord& earlier) const { return first == earlier.last + 1; }
};

/// The words of `text`, which must outlive them. Numbers of more than 15 digits are cut in two.
std::vector<DateWord> date_words(std::string_view text);

}  // namespace indexer
