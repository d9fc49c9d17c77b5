// SPDX-License-Identifier: GPL-2.0-or-later
// cased_words.h - The words of a text as names are looked for in it: folded, but with what their
// capitals and their place in the sentence say.
//
//     The ferry of Brightwater. Ottoline Brask’s pilots        Ottoline: opens; Brask: upper,
//     linked
#pragma once

#include "archive/search/compared_text.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace archive {

/// How a word begins. Scripts without capitals begin neither way.
enum class Initial : std::uint8_t { neither, lower, upper };

/// One word of a text.
struct CasedWord {
    std::uint32_t begin = 0;  ///< bytes of ComparedText::text
    std::uint32_t end = 0;    ///< without a possessive 's
    Initial initial = Initial::neither;
    bool capitals = false;  ///< all of it, at least two letters
    bool opens = false;     ///< first of a sentence, or of what is quoted
    bool linked = false;  ///< follows a word with nothing but a blank, hyphen or apostrophe between
    bool attached = false;  ///< linked without a blank: the "sik" of "Won-sik"
    bool telling = false;   ///< its paragraph uses capitals as sentences do: no headline, no shout
};

/// The words of a text and, side by side with them, their hashes.
struct CasedWords {
    std::vector<CasedWord> words;
    std::vector<std::uint64_t> hashes;  ///< term_hash() of each

    std::span<const std::uint64_t> run(std::size_t first, std::size_t count) const {
        return std::span(hashes).subspan(first, count);
    }
};

CasedWords cased_words(const ComparedText& text);

}  // namespace archive
