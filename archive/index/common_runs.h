// SPDX-License-Identifier: GPL-2.0-or-later
// common_runs.h - Which articles have two or three very common words side by side.
//
// Of the articles that hold "this", "is" and "a", most do not hold "this is a", and reading the
// tokens of each to find that out is what a phrase of common words costs. So a segment keeps 1,024
// bitmaps of its documents. Every two and every three common words that follow each other in an
// article set its bit in the bitmap that a hash of them chooses: where the bit is clear they do not
// follow each other, where it is set they may. Which words are common is counted when the segment
// is written.
//
// The figures behind the sizes are in docs/decisions/0011-runs-of-common-words.md.
#pragma once

#include "archive/index/bitmap.h"
#include "archive/index/columns.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// At most so many words of a segment are common.
inline constexpr std::size_t most_common_words = 256;

/// A word is common when it stands in more than one article of so many.
inline constexpr std::uint32_t common_share = 16;

/// Bitmaps of a segment.
inline constexpr std::size_t run_bitmaps = 1024;

/// The numbers of the common words, ascending. `articles` says of each number in how many of the
/// segment's `documents` the word stands.
std::vector<std::uint32_t> common_words(std::span<const std::uint32_t> articles,
                                        std::uint32_t documents);

/// Collects the runs of a segment's documents while it is written.
class RunCollector {
public:
    /// `common` as common_words() gives them; `lexicon` is the number of words there are.
    RunCollector(std::span<const std::uint32_t> common, std::size_t lexicon,
                 std::uint32_t documents);

    /// A document with its tokens as tokens.h has them.
    void add(Docid docid, std::string_view tokens);

    /// The bitmaps one after the other, each of bitmap_words().
    const std::vector<std::uint64_t>& bitmaps() const { return bits_; }

private:
    std::vector<bool> common_;
    std::size_t words_;  ///< of one bitmap
    std::vector<std::uint64_t> bits_;
};

/// The runs of a published segment.
class CommonRuns {
public:
    CommonRuns() = default;

    /// Throws Failure index_damaged when the files do not belong to so many documents.
    CommonRuns(const std::string& common, const std::string& bitmaps, std::uint32_t documents);

    bool is_common(std::uint32_t word) const;

    /// The documents in which the two or three words, all common, may follow each other: a Bitmap.
    std::span<const std::uint64_t> documents_with(std::span<const std::uint32_t> words) const;

private:
    Column<std::uint32_t> common_;
    Column<std::uint64_t> bits_;
    std::size_t words_ = 0;
};

}  // namespace archive
