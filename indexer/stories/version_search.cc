// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/version_search.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace indexer {

namespace {

/// Pairs a thread takes at a time.
constexpr std::size_t pairs_at_once = 256;

}  // namespace

const CopyText& TextsAtHand::text(std::uint32_t number) {
    constexpr std::size_t kept = 64;
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
    std::mutex joining, failing;
    std::atomic<std::size_t> next{0};
    std::exception_ptr trouble;
    const auto joined = [&](const NodePair& pair) {
        const std::scoped_lock lock(joining);
        return sets.root(pair.first) == sets.root(pair.second);
    };
    const auto work = [&] {
        try {
            TextsAtHand texts(article);
            for (auto begin = next.fetch_add(pairs_at_once); begin < pairs.size();
                 begin = next.fetch_add(pairs_at_once)) {
                const auto count = std::min(pairs_at_once, pairs.size() - begin);
                for (const auto& pair : pairs.subspan(begin, count)) {
                    if (joined(pair)) continue;
                    const auto& left = texts.text(pair.first);
                    if (!one_story(verdict(left, texts.text(pair.second)).relation)) continue;
                    const std::scoped_lock lock(joining);
                    sets.join(pair.first, pair.second);
                }
            }
        } catch (...) {
            const std::scoped_lock lock(failing);
            if (!trouble) trouble = std::current_exception();
            next = pairs.size();
        }
    };
    std::vector<std::jthread> threads;
    const auto chunks = pairs.size() / pairs_at_once + 1;
    for (std::size_t i = 1; i < std::min<std::size_t>(jobs, chunks); ++i)
        threads.emplace_back(work);
    work();
    threads.clear();
    if (trouble) std::rethrow_exception(trouble);
}

}  // namespace indexer
