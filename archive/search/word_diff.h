// SPDX-License-Identifier: GPL-2.0-or-later
// word_diff.h - What two sequences of words have in common, in order.
//
// First the stretches of a few words that each text has exactly once are laid side by side and the
// heaviest chain of them is kept (the idea of Bram Cohen's patience diff), so that a sentence
// weighs more than scattered "the"s; then the gaps between them are compared word by word (E.
// Myers, An O(ND) Difference Algorithm and Its Variations, 1986).
//
// Texts come from anybody: the work is bounded by a number of steps, the memory by the length of
// the texts. Where a bound is met the words of a gap count as different, which is true enough of
// texts that are so far apart. (dtl, the library that Debian has, was weighed and left: 90 ms for
// two texts of 5,000 words that share nothing, where this takes 10; and it knows no anchors.)
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace archive {

/// Words that both have: `size` from `left` on in one, from `right` on in the other.
struct SharedRun {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    std::uint32_t size = 0;

    std::uint32_t left_end() const { return left + size; }
    std::uint32_t right_end() const { return right + size; }
    friend bool operator==(const SharedRun&, const SharedRun&) = default;
};

/// How many steps may still be taken, over all the diffs of one comparison.
struct DiffBudget {
    std::uint64_t steps = 10'000'000;  ///< some 40 ms
};

/// The runs that two sequences of word numbers share: ascending on both sides, none empty, and none
/// that could be one with the next. At most 4 Gi words a side.
std::vector<SharedRun> shared_runs(std::span<const std::uint32_t> left,
                                   std::span<const std::uint32_t> right, DiffBudget& budget);

}  // namespace archive
