// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/posting_list.h"

#include <algorithm>
#include <array>
#include <bit>

namespace archive {

namespace {

/// Docids that are added up at once: their sums stay in the nearest cache.
constexpr std::uint32_t stretch = 4096;

/// The lists of a union, added up stretch by stretch.
class Sums {
public:
    /// Adds the postings from `begin` on that a stretch takes; `at` is the first of them and
    /// becomes the first of the next stretch.
    void add(const PostingList& list, std::uint32_t begin, std::size_t& at) {
        if (list.set.empty()) {
            for (; at < list.docids.size() && list.docids[at] < begin + stretch; ++at)
                add(list.docids[at] - begin, list.scores[at]);
            return;
        }
        const auto first = begin / 64;
        const auto end = std::min<std::size_t>(first + met_.size(), list.set.words());
        for (std::size_t word = first; word < end; ++word) {
            for (auto rest = list.set.word(word); rest != 0; rest &= rest - 1) {
                const auto bit = static_cast<std::uint32_t>(std::countr_zero(rest));
                add(static_cast<std::uint32_t>(word - first) * 64 + bit, list.scores[at++]);
            }
        }
    }

    void move_to(PostingList& all, std::uint32_t begin) {
        for (std::uint32_t word = 0; word < met_.size(); ++word) {
            for (auto rest = met_[word]; rest != 0; rest &= rest - 1) {
                const auto place = word * 64 + static_cast<std::uint32_t>(std::countr_zero(rest));
                all.docids.push_back(begin + place);
                all.scores.push_back(sums_[place]);
                sums_[place] = 0;
            }
            met_[word] = 0;
        }
    }

private:
    void add(std::uint32_t place, float score) {
        sums_[place] += score;
        met_[place / 64] |= std::uint64_t{1} << (place % 64);
    }

    std::array<float, stretch> sums_{};
    std::array<std::uint64_t, stretch / 64> met_{};
};

}  // namespace

std::size_t PostingList::bytes() const {
    return docids.capacity() * sizeof docids[0] + set.bytes() + scores.capacity() * sizeof scores[0]
           + counts.capacity() + greatest.capacity() * sizeof greatest[0];
}

void PostingList::settle(std::uint32_t documents) {
    if (!scores.empty()) most = *std::max_element(scores.begin(), scores.end());
    if (!is_frequent(docids.size(), documents)) return;
    set = DocidSet(docids, documents);
    greatest.assign(set.words(), 0);
    for (std::size_t i = 0; i < docids.size(); ++i) {
        auto& so_far = greatest[docids[i] / 64];
        so_far = std::max(so_far, scores[i]);
    }
    std::vector<Docid>().swap(docids);  // memory too, which `= {}` would keep
}

PostingList union_of(const std::vector<const PostingList*>& lists, std::uint32_t documents) {
    PostingList all;
    std::size_t most = 0;
    for (const auto* list : lists) most += list->size();
    most = std::min<std::size_t>(most, documents);
    all.docids.reserve(most);
    all.scores.reserve(most);
    Sums sums;
    std::vector<std::size_t> at(lists.size(), 0);
    for (std::uint32_t begin = 0; begin <= documents; begin += stretch) {
        for (std::size_t i = 0; i < lists.size(); ++i) sums.add(*lists[i], begin, at[i]);
        sums.move_to(all, begin);
    }
    return all;
}

}  // namespace archive
