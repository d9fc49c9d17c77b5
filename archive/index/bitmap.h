// SPDX-License-Identifier: GPL-2.0-or-later
// bitmap.h - A bit for each document of a segment.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace archive {

/// A document of a segment, from 1.
using Docid = std::uint32_t;

/// One bit a document, 64 to a word, bit 0 never set.
using Bitmap = std::vector<std::uint64_t>;

/// Words of a bitmap for so many documents.
constexpr std::size_t bitmap_words(std::uint32_t documents) {
    return documents / 64 + 1;
}
inline Bitmap bitmap_for(std::uint32_t documents) {
    return Bitmap(bitmap_words(documents));
}

inline bool has_bit(std::span<const std::uint64_t> bits, Docid docid) {
    return docid / 64 < bits.size() && (bits[docid / 64] >> (docid % 64) & 1U) != 0;
}
inline void set_bit(std::span<std::uint64_t> bits, Docid docid) {
    bits[docid / 64] |= std::uint64_t{1} << (docid % 64);
}
/// std::popcount() is a call where the processor is not known to count by itself.
constexpr std::uint32_t count_bits(std::uint64_t bits) {
    bits -= (bits >> 1U) & 0x5555'5555'5555'5555U;
    bits = (bits & 0x3333'3333'3333'3333U) + ((bits >> 2U) & 0x3333'3333'3333'3333U);
    bits = (bits + (bits >> 4U)) & 0x0F0F'0F0F'0F0F'0F0FU;
    return static_cast<std::uint32_t>((bits * 0x0101'0101'0101'0101U) >> 56U);
}
inline std::uint32_t count_bits(std::span<const std::uint64_t> bits) {
    std::uint32_t count = 0;
    for (const auto word : bits) count += count_bits(word);
    return count;
}

/// Both of one size.
inline void keep_common_bits(Bitmap& bits, std::span<const std::uint64_t> others) {
    std::transform(bits.begin(), bits.end(), others.begin(), bits.begin(), std::bit_and<>());
}
inline void add_bits(Bitmap& bits, std::span<const std::uint64_t> others) {
    std::transform(bits.begin(), bits.end(), others.begin(), bits.begin(), std::bit_or<>());
}

}  // namespace archive
