// SPDX-License-Identifier: GPL-2.0-or-later
// copy_signature.h - A few hundred bytes by which copies of a text are looked up.
//
// Of all runs of five words of the body, the ones with the smallest hashes (a bottom-k sketch:
// Broder, On the resemblance and containment of documents, 1997). A text that shares a part with
// another shares the same part of its smallest hashes, so that one of them leads from a copy to the
// original, and all of them together tell roughly how much is shared. What they find is checked
// against the words themselves.
#pragma once

#include "archive/model/article.h"

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

struct CopySignature {
    /// More than the keys, for most_containment(): 48 find the stories of real archives that 64 do,
    /// with 40 one reworded copy more of copies_cases_test.cc is missed (2026-11-23).
    static constexpr std::size_t kept = 48;
    static constexpr std::uint32_t unused = std::numeric_limits<std::uint32_t>::max();

    std::uint64_t words = 0;   ///< hash of all words in order: equal for equal texts
    std::uint32_t runs = 0;    ///< different runs of five words
    std::uint32_t length = 0;  ///< words
    std::array<std::uint32_t, kept> smallest{};  ///< ascending; `unused` behind the last

    friend bool operator==(const CopySignature&, const CopySignature&) = default;
};
static_assert(sizeof(CopySignature) == 208);

/// The text by which copies are told: headline and body, without page furniture. The headline is in
/// it because notices that differ in nothing else differ in whom they name there.
std::string text_of_copy(const Article& article);

CopySignature copy_signature(const Article& article);
CopySignature copy_signature(std::string_view text);

/// The same of a text that was cut already: its word_hashes() and its runs of long_run words.
CopySignature copy_signature(std::span<const std::uint64_t> words,
                             std::span<const std::uint32_t> runs);

/// What an article is looked up under. With 32 of them, two texts of which the larger shares a
/// fifth of its runs miss each other once in a thousand times.
std::span<const std::uint32_t> keys(const CopySignature& signature);

/// The hash of all words, as far as a table of keys holds it.
constexpr std::uint32_t words_key(const CopySignature& signature) {
    return static_cast<std::uint32_t>(signature.words >> 32U);
}

/// About how much of the smaller text stands in the larger, 0 to 1, at the most: the estimate and
/// twice its standard error.
double most_containment(const CopySignature& left, const CopySignature& right);

}  // namespace archive
