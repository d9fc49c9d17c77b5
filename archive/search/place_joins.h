// SPDX-License-Identifier: GPL-2.0-or-later
// place_joins.h - Joins places of words in a text to places of pairs and groups of them.
//
// Every list is sorted by end, then by beginning, and holds each stretch once. Joins take time in
// proportion to the lists, whatever the text: of two operands each place is joined to the nearest
// of the other side only, before and behind it. That loses no place that has a partner, neither for
// matching nor for marks, while all pairs of "a a a a b b b b" would be sixteen.
#pragma once

#include <cstdint>
#include <vector>

namespace archive {

/// Where something stands, and what it was joined of.
struct Occurrence {
    std::uint32_t begin = 0;  ///< positions, end exclusive
    std::uint32_t end = 0;
    std::uint32_t paragraph = 0;       ///< of its first word
    std::uint32_t last_paragraph = 0;  ///< of its last word
    std::uint32_t first = 0;           ///< what these are is said at each join
    std::uint32_t second = 0;
    friend bool operator==(const Occurrence&, const Occurrence&) = default;
};
using Occurrences = std::vector<Occurrence>;

/// An operand's place, for joins of many: the number of the operand and the place's in its list.
struct Member {
    std::uint32_t operand = 0;
    std::uint32_t index = 0;
};

/// The places of all operands. `first` is the number of the operand, `second` the place's in its
/// list; where two have the same place the operand that comes first is named.
void join_any(const std::vector<const Occurrences*>& operands, Occurrences& joined);

enum class Order : bool { free, kept };

/// Pairs at most `distance` apart that do not overlap: with Order::kept left before right. `first`
/// and `second` are numbers in the lists of left and right.
void join_near(const Occurrences& left, const Occurrences& right, std::uint32_t distance,
               Order order, Occurrences& joined);

/// Groups of one place of each operand that lie within `distance`: from the end of the first word
/// to the beginning of the last. An operand given n times must be there n times. `first` to
/// `second`, both included, are the members, in `members`, that take part.
void join_together(const std::vector<const Occurrences*>& operands, std::uint32_t distance,
                   Occurrences& joined, std::vector<Member>& members);

/// All places of either operand in the paragraphs that hold both. `first` to `second`, both
/// included, are the members, in `members`, that stand in its paragraph.
void join_same(const Occurrences& left, const Occurrences& right, Occurrences& joined,
               std::vector<Member>& members);

/// The places of `left` in paragraphs that hold nothing of `right`. `first` is the number in the
/// list of left.
void join_without(const Occurrences& left, const Occurrences& right, Occurrences& joined);

}  // namespace archive
