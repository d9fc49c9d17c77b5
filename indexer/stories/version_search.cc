// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/version_search.h"

#include "indexer/parallel.h"
#include "indexer/stories/runs_at_hand.h"

#include <algorithm>
#include <mutex>

namespace indexer {

namespace {

/// Pairs a thread takes at a time: those of an article follow each other, and its text is read once
/// for them. Few pairs are shared out all the same.
constexpr std::size_t most_pairs_at_once = 256, fewest_pairs_at_once = 16;
constexpr std::size_t parts_a_thread = 4;

}  // namespace

const CopyText& TextsAtHand::text(std::uint32_t number) {
    constexpr std::size_t kept = 256;
    if (const auto found = places_.find(number); found != places_.end()) {
        texts_.splice(texts_.begin(), texts_, found->second);
    } else {
        texts_.emplace_front(number, copy_text(article_(number)));
        places_[number] = texts_.begin();
        if (texts_.size() > kept) {
            places_.erase(texts_.back().first);
            texts_.pop_back();
        }
    }
    return texts_.front().second;
}

void join_versions(std::span<const NodePair> pairs, const ReadArticle& article, JoinedSets& sets,
                   unsigned jobs) {
    RunsAtHand runs;
    std::mutex joining;
    const auto joined = [&](const NodePair& pair) {
        const std::scoped_lock lock(joining);
        return sets.root(pair.first) == sets.root(pair.second);
    };
    const auto pairs_at_once = std::clamp(pairs.size() / (std::max(1U, jobs) * parts_a_thread) + 1,
                                          fewest_pairs_at_once, most_pairs_at_once);
    in_parallel(pairs.size() / pairs_at_once + 1, jobs, [&](std::size_t part) {
        TextsAtHand texts(article);
        const auto begin = std::min(part * pairs_at_once, pairs.size());
        const auto count = std::min(pairs_at_once, pairs.size() - begin);
        for (const auto& pair : pairs.subspan(begin, count)) {
            if (joined(pair)) continue;
            const auto runs_of = [&](std::uint32_t number) {
                return runs.of(number, [&]() -> const CopyText& { return texts.text(number); });
            };
            if (are_strangers(*runs_of(pair.first), *runs_of(pair.second))) continue;
            const auto& left = texts.text(pair.first);
            if (!one_story(verdict(left, texts.text(pair.second)).relation)) continue;
            const std::scoped_lock lock(joining);
            sets.join(pair.first, pair.second);
        }
    });
}

}  // namespace indexer
