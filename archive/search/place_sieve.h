// SPDX-License-Identifier: GPL-2.0-or-later
// place_sieve.h - A quick look at an article's tokens before its places are joined.
//
// Most articles that hold both words of `a NEAR/5 b` hold them far apart, and most that hold very
// common words hold them close together in the first sentences. Either is seen by running over the
// words once with two numbers in hand, where the last of either was. Of an operand that is more
// than a word, such as a phrase, one word it can't do without is looked for, and the distance is
// widened. Names and words in capitals are told by the article's landmarks.
#pragma once

#include "archive/index/landmarks.h"
#include "archive/index/token_scan.h"
#include "archive/search/place_pattern.h"
#include "archive/search/word_check.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace archive {

class PlaceSieve {
public:
    /// Which operands a word of the text stands for: bits of left and right, and of the same where
    /// it is written in capitals.
    using Sides = std::uint8_t;

    /// Prepares for a pattern; see useful().
    explicit PlaceSieve(const PlacePattern& pattern);

    /// Whether it looks for anything: not of alternatives that have nothing in common, nor of
    /// quotations.
    bool useful() const { return kind_ != Kind::none; }

    /// What the words of an edge of a leaf stand for.
    Sides sides(std::uint32_t node, const PatternEdge& edge) const;

    /// "perhaps" where only joining can tell; never wrong otherwise. `sides` are by the numbers of
    /// words, of the language of the article, whose landmarks matter where the pattern asks for
    /// them; words with sides are among those wanted.
    Sieved sieved(std::string_view tokens, const WantedWords& wanted, std::span<const Sides> sides,
                  const Landmarks& landmarks);

private:
    enum class Kind : std::uint8_t {
        none,
        near,      ///< left and right within a distance
        in_order,  ///< right behind left within a distance
        same,      ///< both in a paragraph
        often,     ///< left a number of times
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
    void note_names();

    /// Where a name begins or ends that stands for an operand.
    struct NameEnd {
        std::uint32_t position = 0;  ///< of its first word, or of its last
        bool begins = false;
        Sides sides = 0;
    };
    void gather_names(const Landmarks& landmarks);

    template <Kind kind, bool marked>
    Sieved look(std::string_view tokens, const WantedWords& wanted, std::span<const Sides> sides,
                const std::vector<std::uint32_t>& capitals) const;
    template <bool marked>
    Sieved look_at(std::string_view tokens, const WantedWords& wanted, std::span<const Sides> sides,
                   const std::vector<std::uint32_t>& capitals) const;

    const PlacePattern& pattern_;
    Kind kind_ = Kind::none;
    std::uint32_t distance_ = 0;  ///< or the number of times
    bool whole_ = true;           ///< what is found is a match
    ZoneSet zones_;
    std::vector<Sides> of_leaf_;                  ///< by node
    std::array<Sides, entity_types> of_names_{};  ///< by type
    Sides names_only_ = 0;                        ///< operands that no word stands for
    bool marked_ = false;                         ///< asks for names or capitals
    std::vector<NameEnd> name_ends_;              ///< of the article, in reading order
};

}  // namespace archive
