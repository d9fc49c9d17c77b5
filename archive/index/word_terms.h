// SPDX-License-Identifier: GPL-2.0-or-later
// word_terms.h - Terms that are words: of the text as a whole, or where they stand in a place of
// it.
//
//   ferry       in the text: anywhere but in page furniture
//   S:ferry     in the headline; XI: in the lead, XQ: inside a quotation
//
// An article that has a word in one of these places has it in its text. So a word has one list of
// postings, whose wdf says how often it counts in an article and where it stands there, and not a
// list for each place.
#pragma once

#include "archive/index/schema.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace archive {

/// Where in an article a word may stand, besides that it stands in its text. On disk: never
/// renumber.
enum class WordPlace : std::uint8_t { headline, lead, quotation };
inline constexpr std::size_t places_of_words = 3;

/// A bit for each place, by its number.
using WordPlaces = std::uint8_t;
constexpr WordPlaces place_bit(WordPlace place) {
    return static_cast<WordPlaces>(1U << static_cast<unsigned>(place));
}

/// How often a word counts in an article and where it stands there, as the wdf of its posting.
constexpr std::uint32_t packed_count(std::uint32_t count, WordPlaces places) {
    return count << places_of_words | places;
}
constexpr std::uint32_t count_in(std::uint32_t wdf) {
    return wdf >> places_of_words;
}

/// "S:ferry" taken apart.
struct WordTerm {
    std::string_view word;
    std::optional<WordPlace> place;  ///< nothing: the text as a whole
};

/// Whether a term has a prefix: words are in small letters.
constexpr bool is_prefixed(std::string_view term) {
    return !term.empty() && term[0] >= 'A' && term[0] <= 'Z';
}

/// Nothing when the term is none of these.
constexpr std::optional<WordTerm> word_term(std::string_view term) {
    constexpr std::array<std::string_view, places_of_words> prefixes{
        schema::prefix::headline, schema::prefix::lead, schema::prefix::quoted};
    if (!is_prefixed(term)) return WordTerm{term, std::nullopt};
    for (std::size_t place = 0; place < places_of_words; ++place) {
        if (term.starts_with(prefixes[place]))
            return WordTerm{term.substr(prefixes[place].size()), static_cast<WordPlace>(place)};
    }
    return std::nullopt;
}

}  // namespace archive
