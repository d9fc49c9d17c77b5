// SPDX-License-Identifier: GPL-2.0-or-later
// wildcards.h - Words with letters left open, cut as other words are.
//
// `self-def*` is cut as `self-defence` is: self, def* and over both selfdef*. The cutter knows no
// wildcards; letters that stand in no text take their places while it works.
#pragma once

#include "archive/index/terms.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// Whether some letters of the word are left open.
bool has_wildcard(std::string_view word);

/// As words_of(), with every '*' and '?' of the text kept as a letter of its word. The bytes that a
/// word came from are not told.
std::vector<OwnedWord> open_words_of(std::string_view text);

/// Whether the letters of `word` fill those that `open` leaves open: any or none for '*', one for
/// '?'. Time is bounded by the product of their lengths.
bool fills(std::string_view open, std::string_view word);

/// The bytes of an open word that all its forms begin with.
std::string_view beginning_of(std::string_view open);

/// Letters and digits of an open word.
std::size_t letters_beside_wildcards(std::string_view word);

/// Whether letters stand before and after the wildcard at byte `at` and those that it adjoins, and
/// whether a '*' is among these.
struct Beside {
    bool before = false;
    bool after = false;
    bool star = false;
};
Beside letters_beside(std::string_view text, std::size_t at);

}  // namespace archive
