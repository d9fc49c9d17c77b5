// SPDX-License-Identifier: GPL-2.0-or-later
// posting_cursor.h - Moves through a posting list from its end to its beginning.
//
// The newest articles come first that way: docids follow the days, and most lists of results want
// the newest.
#pragma once

#include "archive/search/posting_list.h"

#include <algorithm>
#include <cstddef>

namespace archive {

class PostingCursor {
public:
    /// The list outlives it.
    explicit PostingCursor(const PostingList& list) : PostingCursor(list, list.set) {}

    /// With a set of the list's docids, which outlives it, where the list has none itself.
    PostingCursor(const PostingList& list, const DocidSet& set)
        : list_(&list), set_(set.empty() ? nullptr : &set), behind_(list.docids.size()) {}

    const PostingList& list() const { return *list_; }
    const DocidSet& set() const { return *set_; }

    /// Whether the list has the article. Docids asked for descend.
    bool moves_to(Docid docid) { return set_ == nullptr ? steps_to(docid) : looks_for(docid); }

    /// Of the article moved to.
    float score() const { return list_->scores[behind_ - 1]; }
    std::uint8_t count() const { return list_->counts[behind_ - 1]; }

private:
    bool looks_for(Docid docid) {
        if (!set_->has(docid)) return false;
        behind_ = set_->place_of(docid) + 1;
        return true;
    }

    bool steps_to(Docid docid) {
        const auto& docids = list_->docids;
        // Steps that double, then a search between the last two: near places are found at once.
        std::size_t step = 1, low = behind_;
        while (low > 0 && docids[low - 1] > docid) {
            behind_ = low - 1;
            low = low > step ? low - step : 0;
            step *= 2;
        }
        const auto begin = docids.begin();
        behind_ = static_cast<std::size_t>(
            std::upper_bound(begin + static_cast<std::ptrdiff_t>(low),
                             begin + static_cast<std::ptrdiff_t>(behind_), docid)
            - begin);
        return behind_ > 0 && docids[behind_ - 1] == docid;
    }

    const PostingList* list_;
    const DocidSet* set_;  ///< null without one
    std::size_t behind_;   ///< one past the place of the greatest docid that may still be asked for
};

}  // namespace archive
