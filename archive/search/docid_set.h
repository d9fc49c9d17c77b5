// SPDX-License-Identifier: GPL-2.0-or-later
// docid_set.h - The articles of a word that many have: a bit for each article of the segment, and
// how many come before each 64 of them.
//
// Whether an article has the word is one look, which of its postings that is another; what all of
// several words have is found 64 articles at once. From an article in 16 on it is smaller than the
// docids would be.
#pragma once

#include "archive/index/bitmap.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace archive {

class DocidSet {
public:
    /// No articles, of no segment.
    DocidSet() = default;

    /// Docids, in any order, are at most `documents`, those of the segment.
    DocidSet(std::span<const Docid> docids, std::uint32_t documents);

    /// Whether it was made of nothing.
    bool empty() const { return bits_.empty(); }

    bool has(Docid docid) const { return (bits_[docid / 64] >> (docid % 64) & 1U) != 0; }

    /// How many docids are smaller.
    std::size_t place_of(Docid docid) const {
        const auto below = (std::uint64_t{1} << (docid % 64)) - 1;
        return before_[docid / 64] + count_bits(bits_[docid / 64] & below);
    }

    /// Bits of 64 articles, as in a Bitmap.
    std::uint64_t word(std::size_t at) const { return bits_[at]; }
    std::size_t words() const { return bits_.size(); }

    /// How many docids this word and those below have.
    std::size_t up_to(std::size_t word) const { return before_[word] + count_bits(bits_[word]); }

    std::size_t bytes() const { return bits_.size() * (sizeof bits_[0] + sizeof before_[0]); }

private:
    Bitmap bits_;
    std::vector<std::uint32_t> before_;  ///< by word: docids in those below
};

/// Calls `visit(place)` for each bit that is set, the highest first.
template <typename Visit>
void for_each_bit_down(std::uint64_t bits, const Visit& visit) {
    while (bits != 0) {
        const auto place = static_cast<std::uint32_t>(63 - std::countl_zero(bits));
        bits ^= std::uint64_t{1} << place;
        visit(place);
    }
}

}  // namespace archive
