// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/posting_cursor.h"

#include <array>
#include <bit>

namespace archive {

namespace {

/// Docids that are added up at once: their sums stay in the nearest cache.
constexpr std::uint32_t stretch = 4096;

}  // namespace

PostingList union_of(const std::vector<const PostingList*>& lists, std::uint32_t documents) {
    PostingList all;
    std::size_t most = 0;
    for (const auto* list : lists) most += list->docids.size();
    most = std::min<std::size_t>(most, documents);
    all.docids.reserve(most);
    all.scores.reserve(most);
    std::array<float, stretch> sums{};
    std::array<std::uint64_t, stretch / 64> met{};
    std::vector<std::size_t> at(lists.size(), 0);
    for (std::uint32_t begin = 0; begin <= documents; begin += stretch) {
        const auto end = begin + stretch;
        for (std::size_t i = 0; i < lists.size(); ++i) {
            const auto& list = *lists[i];
            for (; at[i] < list.docids.size() && list.docids[at[i]] < end; ++at[i]) {
                const auto place = list.docids[at[i]] - begin;
                sums[place] += list.scores[at[i]];
                met[place / 64] |= std::uint64_t{1} << (place % 64);
            }
        }
        for (std::uint32_t word = 0; word < met.size(); ++word) {
            for (auto rest = met[word]; rest != 0; rest &= rest - 1) {
                const auto place = word * 64 + static_cast<std::uint32_t>(std::countr_zero(rest));
                all.docids.push_back(begin + place);
                all.scores.push_back(sums[place]);
                sums[place] = 0;
            }
            met[word] = 0;
        }
    }
    return all;
}

}  // namespace archive
