// SPDX-License-Identifier: GPL-2.0-or-later
// cue_words.h - Small words and signs that tell what the capitalised words beside them are.
#pragma once

#include <cstddef>
#include <cstdint>

namespace indexer {

enum class NameCue : std::uint8_t {
    none,
    speech,  ///< behind people: "said"
    place,   ///< before places: "in"
    possessive,
    open_bracket,
    close_bracket,
    comma,
    joint,  ///< inside of names and between them: "of", "and"
    the,
    a,
    is,       ///< before what somebody or something is: "is a village"
    relation  ///< behind it: "which", "with"
};

inline constexpr std::size_t longest_cue = 5;  ///< bytes

/// What a word in lower case, of at most `longest_cue` bytes, tells; `hash` is its word_hash().
NameCue cue_of(std::uint64_t hash);

}  // namespace indexer
