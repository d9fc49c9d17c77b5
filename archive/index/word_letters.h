// SPDX-License-Identifier: GPL-2.0-or-later
// word_letters.h - The letters a word is put together from while text is cut.
//
// Most bytes of news are ASCII: a table folds them, and a word in the making lies on the stack.
// What runs once a byte is inline.
#pragma once

#include "archive/base/limits.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace archive {

/// What each byte is folded to inside a word: letters and digits of ASCII; 0 for all others.
inline constexpr auto folded_ascii = [] {
    std::array<char, 256> table{};
    for (char c = '0'; c <= '9'; ++c) table[static_cast<unsigned char>(c)] = c;
    for (char c = 'a'; c <= 'z'; ++c) {
        table[static_cast<unsigned char>(c)] = c;
        table[static_cast<unsigned char>(c - 'a' + 'A')] = c;
    }
    return table;
}();

inline char folded_byte(char byte) {
    return folded_ascii[static_cast<unsigned char>(byte)];
}

inline bool is_ascii_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/// A word in the making: limits::term_bytes are kept, the rest is cut off.
class Letters {
public:
    void clear() { size_ = 0, cut_ = false; }
    void append(char byte) {
        if (size_ < limits::term_bytes) {
            bytes_[size_++] = byte;
        } else {
            cut_ = true;
        }
    }
    void append(std::string_view text) {
        cut_ = cut_ || text.size() > limits::term_bytes - size_;
        if (cut_) return;
        std::copy(text.begin(), text.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(size_));
        size_ += text.size();
    }
    std::size_t size() const { return size_; }
    bool was_cut() const { return cut_; }
    std::string_view text() const { return {bytes_.data(), size_}; }

private:
    std::array<char, limits::term_bytes> bytes_;
    std::size_t size_ = 0;
    bool cut_ = false;
};

/// Whether an apostrophe after `word`, folded, parts it from the next: "l'homme", "qu'il",
/// "dell'arte".
bool elides(std::string_view word);

/// "a" to "u" and "h": what a word that lost its vowel stands before.
bool begins_like_a_vowel(std::string_view folded);

}  // namespace archive
