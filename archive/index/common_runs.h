// SPDX-License-Identifier: GPL-2.0-or-later
// common_runs.h - Which articles have two, three or four very common words side by side.
//
// Of the articles that hold "this", "is" and "a", most do not hold "this is a", and reading the
// tokens of each to find that out is what a phrase of common words costs. So a segment keeps, for
// runs of its commonest words, the set of the documents that have them in their text (page
// furniture left out):
//
//     this is          every run of two, however rare
//     this is a        a run of three where its runs of two, "this is" and "is a", leave more
//                      articles to look through than it is worth (a 512th of the segment)
//     this is a good   a run of four by the same rule
//
// By that rule a run that is not listed is known to stand nowhere, or in few articles. The sets are
// exact: an article has the run just when the walk through its tokens finds it. Which words are
// common is counted when the segment is written (run_writer.h). docs/schema.md describes the files,
// docs/decisions/0019-runs-of-common-words-listed.md has the figures.
#pragma once

#include "archive/base/files.h"
#include "archive/index/bitmap.h"
#include "archive/index/columns.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace archive {

/// At most so many words of a segment are common, so that a place among them is a byte.
inline constexpr std::size_t most_common_words = 256;

/// A word is common when it stands in more than one article of so many.
inline constexpr std::uint32_t common_share = 16;

/// The longest runs that are listed have so many words.
inline constexpr std::size_t longest_run = 4;

/// The numbers of the common words, ascending. `articles` says of each number in how many of the
/// segment's `documents` the word stands.
std::vector<std::uint32_t> common_words(std::span<const std::uint32_t> articles,
                                        std::uint32_t documents);

/// The runs of a published segment.
class CommonRuns {
public:
    CommonRuns() = default;

    /// Throws Failure index_damaged when the files do not belong to so many documents.
    CommonRuns(const std::string& folder, std::uint32_t documents);

    bool is_common(std::uint32_t word) const { return rank(word).has_value(); }

    /// Adds the documents that have the two to longest_run words, all common, side by side in their
    /// text, to `into`, a Bitmap of the segment. False, and nothing is added, where they are not
    /// listed and may be in some. Throws Failure index_damaged.
    bool add_documents(std::span<const std::uint32_t> words, std::span<std::uint64_t> into) const;

private:
    /// A run that is listed, or stands nowhere.
    struct Run {
        std::uint32_t articles = 0;
        std::uint64_t at = 0;  ///< where its set begins
    };
    std::optional<std::uint8_t> rank(std::uint32_t word) const;
    std::optional<Run> listed(std::span<const std::uint8_t> ranks) const;
    std::optional<Run> known(std::span<const std::uint8_t> ranks) const;

    Column<std::uint32_t> common_;
    Mapping directory_;
    Mapping sets_;
    std::string path_;  ///< of the sets
    std::uint32_t documents_ = 0;
    std::array<std::uint64_t, longest_run + 1>
        worth_{};           ///< by the number of words: see run_writer.h
    std::size_t root_ = 0;  ///< where the directory begins, behind its head
};

}  // namespace archive
