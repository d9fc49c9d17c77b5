// SPDX-License-Identifier: GPL-2.0-or-later
// run_writer.h - Finds the runs of common words of a segment's documents and writes them.
//
// The documents are walked four times (run_walk.h): runs of two are counted, then those of three
// and of four that the shorter ones make worth a set, then the sets are written. What a set takes
// follows from the number of its documents, so each has its place in the file before the first
// docid is known, and memory holds a count for each run and one stretch of the file, however large
// the segment.
#pragma once

#include "archive/base/files.h"
#include "archive/index/bitmap.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace archive {

/// Where runs of two and three words leave no more articles to look through than this, longer ones
/// are not listed.
constexpr std::uint32_t looked_through(std::uint32_t documents) {
    return documents / 512 > 16 ? documents / 512 : 16;
}

/// The tokens of a document, as tokens.h has them.
using TokensOf = std::function<std::string_view(Docid)>;

/// What the writer holds in memory.
struct RunLimits {
    std::size_t runs = std::size_t{1} << 19U;         ///< counted of three words, and of four
    std::uint64_t bytes = std::uint64_t{192} << 20U;  ///< of the file with the sets, or one set
};

/// Writes the files `runs`, `runs.at` and `runs.words` into the folder and returns their names and
/// stamps. `common` as common_words() gives them; `lexicon` is the number of words there are. Where
/// `limits` leave no room for all runs that are worth it, those with more articles are listed.
std::vector<std::pair<std::string, FileStamp>> write_common_runs(
    const std::string& folder, const std::vector<std::uint32_t>& common, std::size_t lexicon,
    std::uint32_t documents, const TokensOf& tokens_of, const RunLimits& limits = {});

}  // namespace archive
