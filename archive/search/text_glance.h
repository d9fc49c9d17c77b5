// SPDX-License-Identifier: GPL-2.0-or-later
// text_glance.h - Where in a text the words may stand that are looked for.
//
// To mark a row's text all of it would be cut into words, folded and stemmed, and that is most of
// what a list costs. Between two blanks a word stands for itself, whatever is around: so only the
// stretches are cut in which something begins like a word that every match needs, with as many
// words around as a match may have. What is not ASCII may be anything.
#pragma once

#include "archive/search/place_pattern.h"
#include "archive/search/word_beginnings.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// For patterns that are words in a row; they must outlive it. Not for languages whose stems begin
/// otherwise than the word.
class TextGlance {
public:
    TextGlance();

    /// False when the pattern asks for more than words in a row: then all must be read.
    bool add(const PlacePattern& pattern);

    /// Bytes of a text, end exclusive.
    struct Stretch {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    /// The stretches of a text outside of which no match has a word, in their order, none over
    /// another or over the end of a paragraph.
    std::vector<Stretch> stretches(std::string_view text) const;

private:
    enum Byte : std::uint8_t { in_word = 1, begins_wanted = 2 };

    void look_at(std::string_view text, std::size_t at, std::vector<Stretch>& found) const;
    bool may_begin(std::string_view text, std::size_t at) const;
    Stretch around(std::string_view text, std::size_t at) const;

    std::array<std::uint8_t, 256> bytes_{};
    WordBeginnings beginnings_;
    std::vector<std::string> words_;  ///< by their first byte
    std::array<bool, 128> stems_{};   ///< whether a stem begins so
    std::size_t longest_ = 1;         ///< words of the longest pattern
};

}  // namespace archive
