// SPDX-License-Identifier: GPL-2.0-or-later
// place_pattern.h - How words stand to each other, as they are looked for in a text.
//
// `("kim jong un" OR kim) NEAR/5 putin` is a tree: words at the leaves, and above them what is
// asked of their places. It is kept as a list of nodes, each after its operands, the last one the
// root:
//
//     0 words "kim jong un"   1 words "kim"   2 any {0, 1}   3 words "putin"   4 near {2, 3} 5
//
// Distances count positions as tokens.h gives them, from the end of the one to the beginning of the
// other: neighbours are 1 apart. A paragraph's end counts as paragraph_gap words, and a zone's as
// more than any distance.
#pragma once

#include "archive/index/tokens.h"
#include "archive/model/article.h"
#include "archive/search/word_pattern.h"

#include <cstdint>
#include <string>
#include <vector>

namespace archive {

/// The longest distance that can be asked for.
inline constexpr std::uint32_t longest_distance = 50;
static_assert(longest_distance < zone_gap, "nothing is near over the end of a zone");

struct PlaceNode {
    enum class Kind : std::uint8_t {
        words,     ///< the words of a pattern
        name,      ///< a name of a type that the article has
        any,       ///< one of the operands
        near,      ///< two operands at most `distance` apart
        adjacent,  ///< the same, in their order
        together,  ///< all operands within `distance`, in any order
        same,      ///< two operands in one paragraph
        without,   ///< the first operand, in a paragraph that lacks the second
    };
    Kind kind = Kind::words;
    std::vector<std::uint32_t> operands = {};  ///< nodes; one that stands here twice is met twice
    std::uint32_t distance = 0;
    WordPattern words = {};                ///< of a leaf of words
    EntityType type = EntityType::person;  ///< of a leaf of names
    friend bool operator==(const PlaceNode&, const PlaceNode&) = default;
};

struct PlacePattern {
    std::vector<PlaceNode> nodes;  ///< never empty
    std::uint32_t times = 1;       ///< the root is met so often, no two of them over each other

    /// Whether all of it must stand inside one quotation: of one of the speakers (name keys), or of
    /// anybody when there are none. A quotation stands for a paragraph then.
    bool quoted = false;
    std::vector<std::string> speakers = {};

    /// Whether operands may stand in two paragraphs: of one quotation, or near each other.
    bool crosses_paragraphs() const;

    /// Whether a leaf looks in the lead only.
    bool asks_for_lead() const;

    /// Whether a leaf takes words in capitals only.
    bool asks_for_capitals() const;

    /// Whether a leaf is any name of a type.
    bool asks_for_names() const;

    /// Whether any of some words is said by anybody, which the terms of quotations know.
    bool told_by_terms() const;

    friend bool operator==(const PlacePattern&, const PlacePattern&) = default;
};

}  // namespace archive
