// SPDX-License-Identifier: GPL-2.0-or-later
// place_sieve.h - A quick look at an article's tokens before its places are joined.
//
// Most articles that hold both words of `a NEAR/5 b` hold them far apart, and most that hold very
// common words hold them close together in the first sentences. Either is seen by running over the
// bytes once with two numbers in hand, where the last of either was. Of an operand that is more
// than a word, such as a phrase, one word it can't do without is looked for, and the distance is
// widened.
#pragma once

#include "archive/search/place_pattern.h"
#include "archive/search/word_check.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace archive {

class PlaceSieve {
public:
    /// Which operands a word of the text stands for: bits of left and right.
    using Sides = std::uint8_t;

    /// Prepares for a pattern; see useful().
    explicit PlaceSieve(const PlacePattern& pattern);

    /// Whether it looks for words: not of alternatives that have nothing in common, nor of
    /// quotations, nor for names in anything but a pair.
    bool useful() const { return kind_ != Kind::none; }

    /// What the words of an edge of a leaf stand for.
    Sides sides(std::uint32_t node, const PatternEdge& edge) const;

    /// "perhaps" where only joining can tell; never wrong otherwise. `sides` are by the numbers of
    /// words, of the language of the article.
    Sieved sieved(std::string_view tokens, std::span<const Sides> sides) const;

    /// Whether the pattern is a name near something else: then words_beside() tells.
    bool asks_for_name() const { return kind_ == Kind::beside_name; }

    /// Puts into `beside` the numbers of all words that stand so close to what the name must be
    /// near that a name without any of them is not; some may stand a little further.
    void words_beside(std::string_view tokens, std::span<const Sides> sides,
                      std::vector<std::uint32_t>& beside);

private:
    enum class Kind : std::uint8_t {
        none,
        near,         ///< left and right within a distance
        in_order,     ///< right behind left within a distance
        same,         ///< both in a paragraph
        often,        ///< left a number of times
        beside_name,  ///< left and a name within a distance
    };

    /// The words an operand can't do without: one of these leaves, in the place of its pattern.
    struct Needed {
        std::vector<std::uint32_t> leaves;
        std::uint32_t wider = 0;  ///< so far may the ends of the operand be from the word
        bool whole = true;        ///< the word is all of the operand
        bool known = true;
    };
    Needed needed(std::uint32_t node) const;
    std::uint32_t extent(std::uint32_t node) const;
    void look_for(Kind kind, std::uint32_t distance, const Needed& left, const Needed& right);
    void choose_zones();

    template <Kind kind>
    Sieved look(std::string_view tokens, std::span<const Sides> sides) const;

    const PlacePattern& pattern_;
    Kind kind_ = Kind::none;
    std::uint32_t distance_ = 0;  ///< or the number of times
    bool whole_ = true;           ///< what is found is a match
    ZoneSet zones_;
    std::vector<Sides> of_leaf_;  ///< by node

    /// The words of an article and where they begin, for words_beside().
    struct Placed {
        std::uint32_t word, position;
    };
    std::vector<Placed> words_;
    std::vector<std::size_t> met_;  ///< those of the left side
};

}  // namespace archive
