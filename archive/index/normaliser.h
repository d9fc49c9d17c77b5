// SPDX-License-Identifier: GPL-2.0-or-later
// normaliser.h - What a single character of a text becomes inside a word, and what part it plays.
//
// NFKC, case and accents folded: "É", "é" and "e" with a combining accent are all "e". Accents go
// in Latin, Greek and Cyrillic, vowel signs in Arabic and Hebrew; elsewhere marks are letters of
// their own and stay. Only "й" keeps its breve, as Russian endings can't be stemmed without it.
// Answers come from tables that fill as scripts are met; they may be asked by many threads at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace archive {

/// The part that a character plays in cutting words.
enum class Role : std::uint8_t {
    separator,
    letter,
    digit,
    mark,        ///< belongs to the letter before it
    ignorable,   ///< soft hyphens, zero-width characters, Arabic vowels: as if they were not there
    apostrophe,  ///< and all that is typed for it
    hyphen,      ///< those that join words; the longer dashes are separators
    ideograph,   ///< Chinese, Japanese, Korean: words are not parted by blanks
    run_on,      ///< Thai, Lao, Khmer, Burmese: words are found by dictionary
};

struct Character {
    Role role = Role::separator;
    bool upper = false;
    bool sheds_marks = false;  ///< marks after it are left out
    std::uint8_t bytes = 1;    ///< in the text; at least 1
    std::string_view folded;   ///< of letters, digits, marks, ideographs and run_on; lives forever
};

/// The character at `at`, which must be inside `text`. A malformed byte is a separator. Hangul and
/// kana written in pieces are one character.
Character character_at(std::string_view text, std::size_t at);

/// Puts letters and marks together where Unicode has one character for them (NFC).
std::string composed(std::string_view word);

}  // namespace archive
