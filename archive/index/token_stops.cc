// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/token_stops.h"

#include <algorithm>
#include <bit>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace archive {

namespace {

using Bytes = std::span<const unsigned char>;
using Find = TokenStops (*)(Bytes, bool, const FirstBytes&, TokenStop*);

TokenStops by_arithmetic(Bytes bytes, bool begins, const FirstBytes& wanted, TokenStop* stops) {
    TokenStops found;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (begins && wanted.holds(bytes[at])) {
            stops[found.count++] = {static_cast<std::uint16_t>(at),
                                    static_cast<std::uint16_t>(found.numbers)};
        }
        begins = bytes[at] < 0x80;
        found.numbers += begins ? 1 : 0;
    }
    return found;
}

#if defined(__x86_64__)

constexpr std::size_t block = 32;

/// Whether each byte is one of those: its lower half chooses a row, its upper half a bit there.
__attribute__((target("avx2"), always_inline)) inline std::uint32_t held(__m256i bytes,
                                                                         __m256i lower_rows,
                                                                         __m256i upper_rows) {
    const auto half = _mm256_set1_epi8(0x0f);
    const auto row = _mm256_and_si256(bytes, half);
    const auto rows = _mm256_blendv_epi8(_mm256_shuffle_epi8(lower_rows, row),
                                         _mm256_shuffle_epi8(upper_rows, row), bytes);
    const auto bits = _mm256_set1_epi64x(static_cast<long long>(0x8040201008040201U));
    const auto bit = _mm256_shuffle_epi8(bits, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half));
    return static_cast<std::uint32_t>(
        _mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_and_si256(rows, bit), bit)));
}

__attribute__((target("avx2,popcnt,bmi"))) TokenStops by_vectors(Bytes bytes, bool begins,
                                                                 const FirstBytes& wanted,
                                                                 TokenStop* stops) {
    const auto rows_at = [&](std::size_t from) __attribute__((target("avx2"))) {
        return _mm256_broadcastsi128_si256(
            _mm_loadu_si128(reinterpret_cast<const __m128i*>(wanted.rows().data() + from)));
    };
    const auto lower_rows = rows_at(0), upper_rows = rows_at(FirstBytes::row_bytes);
    TokenStops found;
    std::uint32_t carried = begins ? 1 : 0;
    const auto look = [&](const unsigned char* at, std::size_t from, std::uint32_t there)
        __attribute__((target("avx2,popcnt,bmi"), always_inline)) {
        const auto here = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
        const auto ends = ~static_cast<std::uint32_t>(_mm256_movemask_epi8(here)) & there;
        const auto starts = ends << 1U | carried;
        carried = ends >> (block - 1);
        auto left = starts & held(here, lower_rows, upper_rows) & there;
        for (; left != 0; left &= left - 1) {
            const auto place = static_cast<std::uint32_t>(std::countr_zero(left));
            const auto before = ends & ((std::uint32_t{1} << place) - 1);
            stops[found.count++] = {
                static_cast<std::uint16_t>(from + place),
                static_cast<std::uint16_t>(found.numbers
                                           + static_cast<std::uint32_t>(_mm_popcnt_u32(before)))};
        }
        found.numbers += static_cast<std::uint32_t>(_mm_popcnt_u32(ends));
    };
    std::size_t from = 0;
    for (; from + block <= bytes.size(); from += block)
        look(bytes.data() + from, from, ~std::uint32_t{0});
    if (const auto rest = bytes.size() - from; rest > 0) {
        std::array<unsigned char, block> edge{};
        std::copy_n(bytes.data() + from, rest, edge.begin());
        look(edge.data(), from, (std::uint32_t{1} << rest) - 1);
    }
    return found;
}

Find fastest() {
    static const Find known = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
                                  ? by_vectors
                                  : by_arithmetic;
    return known;
}

#else

Find fastest() {
    return by_arithmetic;
}

#endif

}  // namespace

void FirstBytes::add(std::uint8_t byte) {
    auto& row = rows_[byte % row_bytes + (byte >= 0x80 ? row_bytes : 0)];
    row = static_cast<std::uint8_t>(row | 1U << (byte / row_bytes % 8));
}

TokenStops find_stops(Bytes stretch, bool begins, const FirstBytes& wanted,
                      std::span<TokenStop> stops, ComparedBy by) {
    const auto find = by == ComparedBy::arithmetic ? by_arithmetic : fastest();
    return find(stretch, begins, wanted, stops.data());
}

}  // namespace archive
