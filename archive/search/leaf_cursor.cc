// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/leaf_cursor.h"

namespace archive {

namespace {

/// Of more words a leaf is put together before it is looked into.
constexpr std::size_t few_words = 8;

}  // namespace

LeafCursor::LeafCursor(const DirectPlan::Leaf& leaf, std::size_t segment, std::uint32_t documents,
                       LeafUse use)
    : least_(leaf.least_count), scored_(leaf.scored) {
    std::vector<const PostingList*> lists;
    for (const auto& word : leaf.words) {
        const auto& list = word->in_segment[segment];
        if (list.size() > 0) lists.push_back(&list);
    }
    const bool leads = use == LeafUse::leads;
    if (lists.size() > few_words || (leads && lists.size() > 1)) {
        joined_ = std::make_unique<PostingList>(union_of(lists, documents));
        if (!leads) joined_->settle(documents);
        lists = {joined_.get()};
    }
    for (const auto* list : lists) {
        if (use == LeafUse::sets && list->set.empty()) {
            sets_.push_back(std::make_unique<DocidSet>(list->docids, documents));
            cursors_.emplace_back(*list, *sets_.back());
        } else {
            cursors_.emplace_back(*list);
        }
    }
}

void LeafCursor::keep_having(std::size_t first, std::span<std::uint64_t> bits) const {
    for (std::size_t i = 0; i < bits.size(); ++i) {
        std::uint64_t having = 0;
        for (const auto& cursor : cursors_) having |= cursor.set().word(first + i);
        bits[i] &= having;
    }
}

}  // namespace archive
