// SPDX-License-Identifier: GPL-2.0-or-later
// leaf_cursor.h - The words of one leaf of a plan, one of which an article must have, in a segment.
#pragma once

#include "archive/search/direct_plan.h"
#include "archive/search/posting_cursor.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace archive {

/// How a leaf is looked into.
enum class LeafUse : std::uint8_t {
    asked,  ///< whether it has an article
    leads,  ///< its articles are asked for, one after the other
    sets,   ///< the articles that it has, 64 at once
};

class LeafCursor {
public:
    /// Of a segment of so many documents. The leaf outlives it.
    LeafCursor(const DirectPlan::Leaf& leaf, std::size_t segment, std::uint32_t documents,
               LeafUse use);

    /// Whether no article of the segment has any of the words.
    bool empty() const { return cursors_.empty(); }

    bool scored() const { return scored_; }

    /// Whether a word must be there more than once.
    bool counts() const { return least_ > 1; }

    /// Not for LeafUse::leads: the words, or all of them as one.
    std::span<const PostingCursor> words() const { return cursors_; }

    /// Of LeafUse::leads: all postings, by docids.
    const PostingList& only() const { return cursors_.front().list(); }

    /// Of LeafUse::sets: keeps of the articles 64 * `first` and on those that have one of the
    /// words.
    void keep_having(std::size_t first, std::span<std::uint64_t> bits) const;

    /// Whether an article has one of the words, often enough; adds its score. Docids descend.
    bool holds(Docid docid, float& score) {
        bool found = false;
        for (auto& cursor : cursors_) {
            if (!cursor.moves_to(docid)) continue;
            if (least_ > 1 && cursor.count() < least_) return false;
            if (scored_) score += cursor.score();
            found = true;
        }
        return found;
    }

private:
    std::uint8_t least_;
    bool scored_;
    std::unique_ptr<PostingList> joined_;
    std::vector<std::unique_ptr<DocidSet>> sets_;
    std::vector<PostingCursor> cursors_;
};

}  // namespace archive
