// SPDX-License-Identifier: GPL-2.0-or-later
// text_overlap.h - How much of one text is in another, by its runs of four words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace indexer {

/// A hash for every four words in a row, sorted. ASCII case does not count.
std::vector<std::uint64_t> four_word_hashes(std::string_view text);

/// The share of `part` that is in `whole`, 0 to 1; 0 for an empty `part`. Both sorted.
double share_found(const std::vector<std::uint64_t>& part, const std::vector<std::uint64_t>& whole);

}  // namespace indexer
