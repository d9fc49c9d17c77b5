// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sources/copy_groups.h"

#include "indexer/joined_sets.h"

#include <algorithm>
#include <unordered_map>

namespace indexer {

namespace {

using Run = std::span<const Occurrence>;

/// A line in more articles is no story that was copied.
constexpr std::size_t most_copies = 32;

/// Pairs that are looked at in one source; each takes some 32 bytes.
constexpr std::size_t most_pairs = 4'000'000;

/// Words in whole sentences that two articles share at least.
constexpr std::uint64_t fewest_shared_words = 40;

/// Whether a line says something about who copied from whom.
bool tells(Run run, std::size_t articles) {
    constexpr std::size_t fewest_articles = 5;
    const bool in_nearly_all = articles >= fewest_articles && run.size() * 5 > articles * 4;
    return run.front().line.story && run.size() <= most_copies && !in_nearly_all;
}

}  // namespace

bool is_copy(std::uint64_t printed, std::uint64_t prose) {
    return printed >= fewest_shared_words && printed * 2 >= prose;
}

std::vector<std::uint32_t> copy_groups(std::span<const Occurrence> lines, std::size_t articles) {
    std::vector<std::uint64_t> prose(articles);
    std::unordered_map<std::uint64_t, std::uint64_t> shared;  // words, by a pair of articles
    for_each_key(lines, [&](Run run) {
        if (!tells(run, articles)) return;
        const std::uint64_t words = run.front().line.words;
        for (std::size_t i = 0; i < run.size(); ++i) {
            prose[run[i].article] += words;
            for (std::size_t k = i + 1; k < run.size(); ++k) {
                const auto low = std::min(run[i].article, run[k].article);
                const auto high = std::max(run[i].article, run[k].article);
                const auto pair = std::uint64_t{low} << 32U | high;
                const auto found = shared.find(pair);
                if (found != shared.end()) {
                    found->second += words;
                } else if (shared.size() < most_pairs) {
                    shared.emplace(pair, words);
                }
            }
        }
    });
    JoinedSets sets(articles);
    for (const auto& [pair, words] : shared) {
        const auto low = static_cast<std::uint32_t>(pair >> 32U);
        const auto high = static_cast<std::uint32_t>(pair);
        if (is_copy(words, std::min(prose[low], prose[high]))) sets.join(low, high);
    }
    std::vector<std::uint32_t> groups(articles);
    std::unordered_map<std::uint32_t, std::uint32_t> numbers;  // of sets by root
    for (std::uint32_t at = 0; at < articles; ++at) {
        const auto next = static_cast<std::uint32_t>(numbers.size());
        groups[at] = numbers.emplace(sets.root(at), next).first->second;
    }
    return groups;
}

}  // namespace indexer
