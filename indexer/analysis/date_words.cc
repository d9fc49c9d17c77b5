// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/date_words.h"

#include "archive/base/text.h"

#include <array>
#include <optional>

namespace indexer {

namespace {

constexpr int most_digits = 15;

/// The zeros of the scripts whose digits appear in dates; nine follow each.
constexpr std::array<char32_t, 7> zeros{U'0',      U'\u0660', U'\u06f0', U'\u0966',
                                        U'\u09e6', U'\u0e50', U'\uff10'};

std::optional<int> digit(char32_t point) {
    for (const char32_t zero : zeros) {
        if (point >= zero && point <= zero + 9) return static_cast<int>(point - zero);
    }
    return std::nullopt;
}

bool is_letter(char32_t point) {
    if (point < 0x80) return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
    if (point < 0xc0) return point == 0xaa || point == 0xba;
    if (point == U'\u3007' || point == U'\u25cb') return true;  // the zeros of 二〇二一
    if (point >= 0x2000 && point <= 0x2bff) return false;       // blanks, dashes, quotes, symbols
    if (point >= 0x3000 && point <= 0x303f) return false;       // CJK punctuation
    if (point >= 0xff00 && point <= 0xff20) return false;       // wide punctuation
    return point != 0xd7 && point != 0xf7 && point != 0xfeff && point != 0xfffd;
}

}  // namespace

std::vector<DateWord> date_words(std::string_view text) {
    std::vector<DateWord> words;
    DateWord word;
    const auto end_word = [&](std::size_t last) {
        if (last > word.first) {
            word.last = last;
            word.text = text.substr(word.first, last - word.first);
            word.before = word.first > 0 ? text[word.first - 1] : ' ';
            words.push_back(word);
        }
        word = {};
        word.first = last;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t point = archive::next_code_point(text, at);
        if (const auto value = digit(point)) {
            if ((word.digits == 0 && begin > word.first) || word.digits == most_digits) {
                end_word(begin);
            }
            word.value = word.value * 10 + *value;
            ++word.digits;
        } else if (is_letter(point)) {
            if (word.digits > 0) end_word(begin);
        } else {
            end_word(begin);
            word.first = at;
        }
    }
    end_word(text.size());
    return words;
}

}  // namespace indexer
