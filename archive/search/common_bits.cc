// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/common_bits.h"

#include "archive/index/bitmap.h"

#include <array>
#include <numeric>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace archive {

namespace {

using Way = std::uint64_t (*)(const std::uint64_t*, const std::uint64_t*, std::size_t);

std::uint64_t by_arithmetic(const std::uint64_t* left, const std::uint64_t* right,
                            std::size_t words) {
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < words; ++i) count += count_bits(left[i] & right[i]);
    return count;
}

#if defined(__x86_64__)

__attribute__((target("popcnt"))) std::uint64_t by_words(const std::uint64_t* left,
                                                         const std::uint64_t* right,
                                                         std::size_t words) {
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < words; ++i)
        count += static_cast<std::uint64_t>(_mm_popcnt_u64(left[i] & right[i]));
    return count;
}

__attribute__((target("avx512f,avx512vpopcntdq"))) std::uint64_t by_vectors(
    const std::uint64_t* left, const std::uint64_t* right, std::size_t words) {
    constexpr std::size_t lanes = 8;
    auto counts = _mm512_setzero_si512();
    std::size_t i = 0;
    for (; i + lanes <= words; i += lanes) {
        const auto common =
            _mm512_and_si512(_mm512_loadu_si512(left + i), _mm512_loadu_si512(right + i));
        counts = _mm512_add_epi64(counts, _mm512_popcnt_epi64(common));
    }
    const auto rest = static_cast<__mmask8>((1U << (words - i)) - 1);
    const auto common = _mm512_and_si512(_mm512_maskz_loadu_epi64(rest, left + i),
                                         _mm512_maskz_loadu_epi64(rest, right + i));
    counts = _mm512_add_epi64(counts, _mm512_popcnt_epi64(common));
    std::array<std::uint64_t, lanes> sums{};
    _mm512_storeu_si512(sums.data(), counts);
    return std::accumulate(sums.begin(), sums.end(), std::uint64_t{0});
}

Way fastest() {
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vpopcntdq"))
        return by_vectors;
    return __builtin_cpu_supports("popcnt") ? by_words : by_arithmetic;
}

#else

Way fastest() {
    return by_arithmetic;
}

#endif

}  // namespace

std::uint64_t count_common_bits(const std::uint64_t* left, const std::uint64_t* right,
                                std::size_t words) {
    static const Way way = fastest();
    return way(left, right, words);
}

}  // namespace archive
