// SPDX-License-Identifier: GPL-2.0-or-later
// common_bits.h - How many bits two bitmaps have in common.
//
// What is built for any 64-bit processor counts bits by arithmetic, ten times slower than with the
// instructions that all of the last fifteen years have. So the way is chosen when the program runs.
// 100,000 bits, 2026-11-22: 0.2 us by vectors, 0.6 us word by word.
#pragma once

#include <cstddef>
#include <cstdint>

namespace archive {

/// Of the first `words` of both.
std::uint64_t count_common_bits(const std::uint64_t* left, const std::uint64_t* right,
                                std::size_t words);

}  // namespace archive
