// SPDX-License-Identifier: GPL-2.0-or-later
// name_labels.h - What the tagger says of a word: outside a name, or which part of what name.
//
//   The     Bank of    England raised its rate    in      London    .
//   outside org/begin  inside  end outside        outside place/single
//
// A label is a number so that weights can be rows of them. Only some may follow one another: a name
// that began goes on with its own type until it ends.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace indexer {

/// Types of names. `other` (events, works, peoples) is told apart so that such names are not taken
/// for one of the three; nobody outside the tagger sees it.
enum class NameType : std::uint8_t { person, org, place, other };
inline constexpr std::size_t name_types = 4;

/// "PER", "ORG", "LOC", "MISC", as corpora write them.
std::string_view corpus_name(NameType type);

enum class NamePart : std::uint8_t { begin, inside, end, single };

/// 0 outside, else 1 + 4 * type + part.
using Label = std::uint8_t;
inline constexpr Label outside = 0;
inline constexpr std::size_t label_count = 1 + 4 * name_types;

constexpr Label label_of(NameType type, NamePart part) {
    return static_cast<Label>(1 + 4 * static_cast<unsigned>(type) + static_cast<unsigned>(part));
}
constexpr NameType type_of(Label label) {
    return static_cast<NameType>((label - 1U) / 4U);
}
constexpr NamePart part_of(Label label) {
    return static_cast<NamePart>((label - 1U) % 4U);
}

/// Whether a name is still open behind the label.
constexpr bool is_open(Label label) {
    return label != outside
           && (part_of(label) == NamePart::begin || part_of(label) == NamePart::inside);
}

/// Whether `right` may stand behind `left`.
constexpr bool may_follow(Label left, Label right) {
    const bool goes_on =
        right != outside && (part_of(right) == NamePart::inside || part_of(right) == NamePart::end);
    return is_open(left) ? goes_on && type_of(left) == type_of(right) : !goes_on;
}

/// The labels that may stand before each label.
const std::array<std::vector<Label>, label_count>& labels_before();

/// A name: words of a sentence or an article, counted from 0.
struct NameSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  ///< exclusive
    NameType type = NameType::other;

    friend bool operator==(const NameSpan&, const NameSpan&) = default;
};

/// The names of labelled words, in order. A name that breaks off ends where it breaks off.
std::vector<NameSpan> spans_of(std::span<const Label> labels);

/// Writes the name into the labels of its sentence or article.
void put_span(std::span<Label> labels, const NameSpan& span);

}  // namespace indexer
