// SPDX-License-Identifier: GPL-2.0-or-later
// anchors.h - Stretches of words that two texts surely share, in the order of both.
//
// "the captains to keep" once in either text is no coincidence; "of the" twenty times is. What
// stands exactly once on both sides makes runs, and of the runs that cross (a paragraph moved) the
// chain with the most words is kept.
#pragma once

#include "archive/search/word_diff.h"

#include <cstdint>
#include <span>
#include <vector>

namespace archive {

/// The heaviest chain of runs of at least `words` words that each side has exactly once: ascending
/// on both sides, without overlap. Linear in the texts, n log n in the runs.
std::vector<SharedRun> anchors(std::span<const std::uint32_t> left,
                               std::span<const std::uint32_t> right, std::uint32_t words);

}  // namespace archive
