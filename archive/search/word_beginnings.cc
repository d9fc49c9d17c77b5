// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/word_beginnings.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace archive {

namespace {

using Beginnings = std::span<const std::array<char, 2>>;
using Look = void (*)(const char*, Beginnings, std::span<std::uint64_t>);

constexpr std::size_t block = 64;

constexpr unsigned char either_case = 'a' ^ 'A';

char in_lower_case(char c) {
    return static_cast<char>(static_cast<unsigned char>(c) | either_case);
}

constexpr std::uint64_t each_byte(unsigned char byte) {
    return 0x0101010101010101U * byte;
}
constexpr auto high_bits = each_byte(0x80);

/// Eight bytes of a text, the first of them the lowest.
std::uint64_t eight_at(const char* at) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, 8);
    if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
    return eight;
}

/// The high bits of those bytes that are ASCII letters.
std::uint64_t letters_of(std::uint64_t eight) {
    const auto lower = (eight & ~high_bits) | each_byte(either_case);
    const auto from_a = lower + each_byte(0x80 - 'a'), behind_z = lower + each_byte(0x80 - 'z' - 1);
    return from_a & ~behind_z & ~eight & high_bits;
}

/// The second letter is left to who looks closer.
void by_arithmetic(const char* at, Beginnings beginnings, std::span<std::uint64_t> places) {
    for (auto& place : places) {
        place = 0;
        for (std::size_t i = 0; i < block; i += 8, at += 8) {
            const auto eight = eight_at(at);
            auto begins = eight & high_bits;
            for (const auto& [first, second] : beginnings) {
                const auto other =
                    (eight | each_byte(either_case)) ^ each_byte(static_cast<unsigned char>(first));
                begins |= (other - each_byte(1)) & ~other & high_bits;
            }
            begins &= ~letters_of(eight_at(at - 1));
            for (; begins != 0; begins &= begins - 1)
                place |= std::uint64_t{1}
                         << (i + static_cast<std::size_t>(std::countr_zero(begins)) / 8);
        }
    }
}

#if defined(__x86_64__)

constexpr std::size_t half = 32;

__attribute__((target("avx2"))) inline __m256i bytes_at(const char* at) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
}

/// Letters in lower case; signs are others, and none becomes a letter.
__attribute__((target("avx2"))) inline __m256i lowered(__m256i bytes) {
    return _mm256_or_si256(bytes, _mm256_set1_epi8(static_cast<char>(either_case)));
}

/// All bits of those bytes that are letters.
__attribute__((target("avx2"))) inline __m256i letters_of(__m256i lower) {
    const auto from_a = _mm256_sub_epi8(lower, _mm256_set1_epi8('a'));
    return _mm256_cmpeq_epi8(_mm256_min_epu8(from_a, _mm256_set1_epi8('z' - 'a')), from_a);
}

__attribute__((target("avx2"), always_inline)) inline std::uint32_t in_half(const char* at,
                                                                            Beginnings beginnings) {
    const auto bytes = bytes_at(at);
    const auto here = lowered(bytes), next = lowered(bytes_at(at + 1));
    const auto breaks = _mm256_xor_si256(letters_of(next), _mm256_set1_epi8(-1));
    auto begins = bytes;  // the high bit of each byte counts
    for (const auto& [first, second] : beginnings) {
        auto so = _mm256_cmpeq_epi8(here, _mm256_set1_epi8(first));
        if (second != WordBeginnings::any) {
            const auto goes_on = _mm256_cmpeq_epi8(next, _mm256_set1_epi8(second));
            so = _mm256_and_si256(so, _mm256_or_si256(goes_on, breaks));
        }
        begins = _mm256_or_si256(begins, so);
    }
    const auto inside = letters_of(lowered(bytes_at(at - 1)));
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_andnot_si256(inside, begins)));
}

__attribute__((target("avx2"))) void by_vectors(const char* at, Beginnings beginnings,
                                                std::span<std::uint64_t> places) {
    for (auto& place : places) {
        place = in_half(at, beginnings) | std::uint64_t{in_half(at + half, beginnings)} << half;
        at += block;
    }
}

Look fastest() {
    static const Look known = __builtin_cpu_supports("avx2") ? by_vectors : by_arithmetic;
    return known;
}

#else

Look fastest() {
    return by_arithmetic;
}

#endif

}  // namespace

WordBeginnings::WordBeginnings(ComparedBy by)
    : look_(by == ComparedBy::arithmetic ? by_arithmetic : fastest()) {}

void WordBeginnings::add(char first, char second) {
    constexpr std::size_t few = 12;  // of more, first letters alone cost less
    const std::array added{in_lower_case(first), second == any ? any : in_lower_case(second)};
    const auto covers = [&](const auto& held) {
        return held == added || held == std::array{added[0], any};
    };
    if (std::any_of(beginnings_.begin(), beginnings_.end(), covers)) return;
    beginnings_.push_back(added);
    if (beginnings_.size() <= few) return;
    for (auto& held : beginnings_) held[1] = any;
    std::sort(beginnings_.begin(), beginnings_.end());
    beginnings_.erase(std::unique(beginnings_.begin(), beginnings_.end()), beginnings_.end());
}

/// Looks through a text from a byte on; returns how many blocks it filled. Bytes at either end of
/// the text are looked at in a copy, which has one before and one behind them.
std::size_t WordBeginnings::look(std::string_view text, std::size_t from, Places& places) const {
    const auto blocks = std::min(places.size(), (text.size() - from + block - 1) / block);
    const auto first = from == 0 ? 1U : 0U;
    const auto last =
        std::max<std::size_t>(first, std::min(blocks, (text.size() - from - 1) / block));
    if (last > first) {
        look_(text.data() + from + first * block, beginnings_,
              std::span(places).subspan(first, last - first));
    }
    const auto look_at_edge = [&](std::size_t number) {
        const auto at = from + number * block;
        std::array<char, block + 2> edge{};
        edge[0] = at == 0 ? ' ' : text[at - 1];
        text.copy(edge.data() + 1, block + 1, at);
        look_(edge.data() + 1, beginnings_, std::span(places).subspan(number, 1));
    };
    if (first > 0) look_at_edge(0);
    if (last < blocks) look_at_edge(last);
    return blocks;
}

}  // namespace archive
