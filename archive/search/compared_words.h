// SPDX-License-Identifier: GPL-2.0-or-later
// compared_words.h - Cuts text into the words and marks that a comparison tells apart.
//
//     “Don’t sail,” she said - at 10,000 feet.     “ Don’t sail , ” she said - at 10,000 feet .
//
// The words of the index (archive/index/terms.h) are folded, so that a search finds them all; a
// comparison shows what an editor changed. Here case and accents count, punctuation is compared as
// well, and a word is what stands between blanks without the marks around it: "self-defence",
// "Kim’s", "10,000", "11:30" and "U.S" are one word each. House style is no change: quotes and
// apostrophes of every form are one, single or double; so are dashes of every length, an ellipsis
// and three dots, composed and decomposed accents, full and half width of Chinese letters. Chinese
// and Japanese are cut into characters, Thai, Lao, Khmer and Burmese by ICU's dictionaries. Blanks
// are never compared, and what cannot be seen (soft hyphens, zero-width characters) neither.
#pragma once

#include "archive/index/word_numbers.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace archive {

/// What stands in a text; blanks do not.
enum class ComparedKind : std::uint8_t {
    word,
    character,  ///< of a script without blanks; two of them weigh as much as a word
    mark,       ///< punctuation or a sign
    stop,       ///< a mark that ends a sentence
};

/// A word or a mark and where it stands.
struct ComparedWord {
    std::uint32_t number = 0;  ///< equal for what is the same to a reader
    std::uint32_t begin = 0;   ///< bytes
    std::uint32_t end = 0;
    ComparedKind kind = ComparedKind::word;
};

/// How much of a text words are: twice the number of words.
inline constexpr std::uint32_t weight_of_a_word = 2;
inline std::uint32_t weight(const ComparedWord& word) {
    switch (word.kind) {
        case ComparedKind::word: return weight_of_a_word;
        case ComparedKind::character: return 1;
        case ComparedKind::mark:
        case ComparedKind::stop: break;
    }
    return 0;
}

/// Appends what stands in `text` (UTF-8, at most 4 GiB), places counted from `offset`. Both texts
/// of a comparison must be given the same `numbers`.
void append_compared_words(std::string_view text, std::uint32_t offset, WordNumbers& numbers,
                           std::vector<ComparedWord>& words);

/// The bytes of the blank at `at`, or 0 when there is none: white space and what cannot be seen.
std::size_t blank_at(std::string_view text, std::size_t at);

}  // namespace archive
