// SPDX-License-Identifier: GPL-2.0-or-later
// plain_words.h - The words of a text as they are written, each with what a dictionary must know.
//
// A dictionary has words of running text. It has no names, addresses, halves of hyphened words or
// letters beside figures: "directer" is a word that it should know, the "thestar" of
// "thestar.com.my", the "range" of "long-range" and the "Belousov" of a sentence are none.
#pragma once

#include "archive/index/normaliser.h"
#include "archive/index/word_letters.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace indexer {

/// A run of letters.
struct PlainWord {
    std::string_view text;      ///< as written
    std::uint16_t letters = 0;  ///< without marks; at most 65,535
    bool lower = false;         ///< all of it in small letters
    bool capital = false;       ///< begins with a capital
    bool whole = false;         ///< stands for itself: no part of an address, a number, a hyphened
                                ///< or elided word, nor cut by the end of a line
    bool ascii = false;         ///< nothing but a to z
};

/// Hands every run of letters of `text` (UTF-8) to `sink`, in order.
template <typename Sink>
void for_each_plain_word(std::string_view text, const Sink& sink);

namespace plain_words {

inline bool is_ascii_letter(char c) {
    return archive::folded_byte(c) >= 'a';
}

/// Whether a word that begins at `begin` continues something before it.
bool continues(std::string_view text, std::size_t begin);

/// Whether a word that ends at `end` goes on in something behind it.
bool goes_on(std::string_view text, std::size_t end);

/// Takes in the letters from `at` on that are not ASCII; false when there is none.
bool take_letter(std::string_view text, std::size_t& at, PlainWord& word);

}  // namespace plain_words

template <typename Sink>
void for_each_plain_word(std::string_view text, const Sink& sink) {
    using namespace plain_words;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t begin = at;
        PlainWord word;
        word.lower = word.ascii = true;
        while (at < text.size()) {
            const char c = text[at];
            if (is_ascii_letter(c)) {
                const bool upper = c < 'a';
                word.lower = word.lower && !upper;
                word.capital = word.capital || (upper && at == begin);
                if (word.letters < UINT16_MAX) ++word.letters;
                ++at;
            } else if (static_cast<unsigned char>(c) < 0x80 || !take_letter(text, at, word)) {
                break;
            }
        }
        if (at == begin) {
            const bool one_byte = static_cast<unsigned char>(text[at]) < 0x80;
            at += one_byte ? std::size_t{1} : archive::character_at(text, at).bytes;
            continue;
        }
        word.text = text.substr(begin, at - begin);
        word.whole = !continues(text, begin) && !goes_on(text, at);
        sink(word);
    }
}

}  // namespace indexer
