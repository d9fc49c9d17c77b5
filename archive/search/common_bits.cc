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
using Places = std::span<const std::uint32_t>;

std::uint64_t bit_at(const std::uint64_t* words, std::uint32_t place) {
    return words[place / 64] >> (place % 64) & 1U;
}

std::uint64_t places_one_by_one(const std::uint64_t* words, Places places) {
    std::uint64_t count = 0;
    for (const auto place : places) count += bit_at(words, place);
    return count;
}

/// Without a branch: nobody can guess which are set.
std::uint64_t pairs_one_by_one(const std::uint64_t* words, Places places, Places others) {
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < places.size(); ++i)
        count += bit_at(words, places[i]) & bit_at(words, others[i]);
    return count;
}

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

constexpr std::size_t at_a_time = 8;

/// Of eight places, each that is set as the topmost bit of its number.
__attribute__((target("avx2"))) __m256i set_at(const std::uint64_t* words,
                                               const std::uint32_t* places) {
    const auto last = _mm256_set1_epi32(31);
    const auto eight = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(places));
    const auto halves =
        _mm256_i32gather_epi32(reinterpret_cast<const int*>(words), _mm256_srli_epi32(eight, 5), 4);
    return _mm256_sllv_epi32(halves, _mm256_andnot_si256(eight, last));
}

__attribute__((target("avx2,popcnt"))) std::uint64_t topmost_bits(__m256i numbers) {
    return static_cast<std::uint64_t>(
        _mm_popcnt_u32(static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(numbers)))));
}

__attribute__((target("avx2,popcnt"))) std::uint64_t places_by_eights(const std::uint64_t* words,
                                                                      Places places) {
    std::uint64_t count = 0;
    std::size_t i = 0;
    for (; i + at_a_time <= places.size(); i += at_a_time)
        count += topmost_bits(set_at(words, places.data() + i));
    return count + places_one_by_one(words, places.subspan(i));
}

__attribute__((target("avx2,popcnt"))) std::uint64_t pairs_by_eights(const std::uint64_t* words,
                                                                     Places places, Places others) {
    std::uint64_t count = 0;
    std::size_t i = 0;
    for (; i + at_a_time <= places.size(); i += at_a_time)
        count += topmost_bits(
            _mm256_and_si256(set_at(words, places.data() + i), set_at(words, others.data() + i)));
    return count + pairs_one_by_one(words, places.subspan(i), others.subspan(i));
}

bool has_eights() {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt");
}

auto fastest_of_places() {
    return has_eights() ? places_by_eights : places_one_by_one;
}

auto fastest_of_pairs() {
    return has_eights() ? pairs_by_eights : pairs_one_by_one;
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

auto fastest_of_places() {
    return places_one_by_one;
}

auto fastest_of_pairs() {
    return pairs_one_by_one;
}

#endif

}  // namespace

std::uint64_t count_common_bits(const std::uint64_t* left, const std::uint64_t* right,
                                std::size_t words) {
    static const Way way = fastest();
    return way(left, right, words);
}

std::uint64_t count_places(const std::uint64_t* words, std::span<const std::uint32_t> places) {
    static const auto way = fastest_of_places();
    return way(words, places);
}

std::uint64_t count_pairs(const std::uint64_t* words, std::span<const std::uint32_t> places,
                          std::span<const std::uint32_t> others) {
    static const auto way = fastest_of_pairs();
    return way(words, places, others);
}

}  // namespace archive
