// SPDX-License-Identifier: GPL-2.0-or-later
// token_stops.h - Where in the tokens of an article something may be looked for.
//
// Whoever looks for two words in an article passes over some hundred others, and reading each as a
// number takes as long as all the rest. So bytes are compared in blocks: a number begins behind one
// that ends, and what it begins with tells nearly always that it is none of those wanted. The
// others are only counted, for the positions.
#pragma once

#include "archive/base/compared_by.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace archive {

/// Bytes that numbers begin with.
class FirstBytes {
public:
    void add(std::uint8_t byte);
    bool holds(std::uint8_t byte) const {
        const std::uint32_t row = rows_[byte % row_bytes + (byte >= 0x80 ? row_bytes : 0)];
        return (row >> (byte / row_bytes % 8) & 1U) != 0;
    }

    /// For each lower half of a byte, a bit for the upper halves: 0 to 7, and behind them 8 to 15.
    static constexpr std::size_t row_bytes = 16;
    const std::array<std::uint8_t, 2 * row_bytes>& rows() const { return rows_; }

private:
    std::array<std::uint8_t, 2 * row_bytes> rows_{};
};

/// A number that begins with one of the bytes.
struct TokenStop {
    std::uint16_t at = 0;      ///< byte
    std::uint16_t before = 0;  ///< numbers that end before it
};

/// The stops of a stretch of tokens.
struct TokenStops {
    std::size_t count = 0;
    std::uint32_t numbers = 0;  ///< that end in the stretch
};

/// At most so many bytes are looked through at once.
inline constexpr std::size_t longest_stretch = 1024;

/// Finds the stops of a stretch of at most longest_stretch bytes, of which `begins` says whether
/// a number begins with the first. There is room for as many stops as there are bytes.
TokenStops find_stops(std::span<const unsigned char> stretch, bool begins, const FirstBytes& wanted,
                      std::span<TokenStop> stops, ComparedBy by = ComparedBy::whatever_is_fastest);

}  // namespace archive
