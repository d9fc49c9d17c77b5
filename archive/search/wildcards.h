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

/// As words_of(), with every '*' and '?' of the text kept as a letter of its word.
std::vector<OwnedWord> open_words_of(std::string_view text);

/// Letters and digits of an open word before its first wildcard, and beside all of them.
std::size_t letters_before_wildcard(std::string_view word);
std::size_t letters_beside_wildcards(std::string_view word);

/// Whether letters stand before and after the wildcard at byte `at` and those that it adjoins.
struct Beside {
    bool before = false;
    bool after = false;
};
Beside letters_beside(std::string_view text, std::size_t at);

}  // namespace archive
