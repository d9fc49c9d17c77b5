// SPDX-License-Identifier: GPL-2.0-or-later
// posting_list.h - The postings of a word in one segment, in memory.
#pragma once

#include "archive/search/docid_set.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace archive {

/// Deleted articles are in it too. `scores` and `counts` are in the order of the docids.
struct PostingList {
    std::vector<Docid> docids;         ///< ascending; empty when `set` has them
    DocidSet set;                      ///< in place of the docids, where they are many
    std::vector<float> scores;         ///< what the word adds to the relevance of the article
    std::vector<std::uint8_t> counts;  ///< how often it counts there (its wdf), 255 for more
    std::vector<float> greatest;       ///< beside `set`: of the scores in each of its words
    float most = 0;                    ///< no score is greater

    std::size_t size() const { return scores.size(); }
    std::size_t bytes() const;  ///< that it takes, room to grow included

    /// When all postings are there. Makes a set of the docids where one article in 64 has the word:
    /// from there on a look into the set is worth its size.
    void settle(std::uint32_t documents);
};

/// Whether so many postings are kept as a set.
constexpr bool is_frequent(std::uint64_t postings, std::uint32_t documents) {
    return postings >= documents / 64 + 1;
}

/// The articles of any of the lists, their scores added; without counts.
PostingList union_of(const std::vector<const PostingList*>& lists, std::uint32_t documents);

}  // namespace archive
