// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/anchors.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <limits>

namespace archive {

namespace {

/// Where stretches of so many words stand in two texts, and whether there alone.
class Stretches {
public:
    Stretches(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right,
              std::uint32_t words)
        : words_(words), slots_(std::bit_ceil(2 * (left.size() - words + 1))) {
        for (std::size_t at = 0; at + words <= left.size(); ++at) {
            auto& slot = slot_of(hash_at(left, at), Absent::added);
            slot.left = slot.left == nowhere ? static_cast<std::uint32_t>(at) : often;
        }
        for (std::size_t at = 0; at + words <= right.size(); ++at) {
            auto& slot = slot_of(hash_at(right, at), Absent::left_out);
            slot.right = slot.right == nowhere ? static_cast<std::uint32_t>(at) : often;
        }
    }

    /// Runs of stretches that both have once, by their place on the left.
    std::vector<SharedRun> runs(std::span<const std::uint32_t> left,
                                std::span<const std::uint32_t> right) const {
        std::vector<SharedRun> pairs;
        for (const auto& slot : slots_) {
            if (slot.left < often && slot.right < often
                && std::equal(left.begin() + slot.left, left.begin() + slot.left + words_,
                              right.begin() + slot.right))
                pairs.push_back({slot.left, slot.right, words_});
        }
        std::sort(pairs.begin(), pairs.end(), [](const SharedRun& one, const SharedRun& other) {
            return one.left < other.left;
        });
        std::vector<SharedRun> runs;
        for (const auto& pair : pairs) {
            const bool goes_on = !runs.empty() && pair.left + words_ == runs.back().left_end() + 1
                                 && pair.right + words_ == runs.back().right_end() + 1;
            if (goes_on) {
                ++runs.back().size;
            } else {
                runs.push_back(pair);
            }
        }
        return runs;
    }

private:
    static constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::uint32_t often = nowhere - 1;

    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t left = nowhere;
        std::uint32_t right = nowhere;
    };
    enum class Absent : bool { left_out, added };

    std::uint64_t hash_at(std::span<const std::uint32_t> text, std::size_t at) const {
        return XXH3_64bits(text.data() + at, words_ * sizeof(std::uint32_t));
    }

    /// The slot of a stretch; what the left has not may share a slot that nobody reads.
    Slot& slot_of(std::uint64_t hash, Absent absent) {
        const auto mask = slots_.size() - 1;
        auto at = hash & mask;
        while (slots_[at].left != nowhere && slots_[at].hash != hash) at = (at + 1) & mask;
        if (slots_[at].left != nowhere) return slots_[at];
        if (absent == Absent::left_out) return unread_;
        slots_[at].hash = hash;
        return slots_[at];
    }

    std::uint32_t words_;
    std::vector<Slot> slots_;
    Slot unread_;
};

/// The chain of runs, ascending on both sides, that has the most words. `runs` ascend on the left.
std::vector<SharedRun> heaviest_chain(const std::vector<SharedRun>& runs) {
    constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    std::vector<std::uint32_t> places;  // on the right, ascending
    places.reserve(runs.size());
    for (const auto& run : runs) places.push_back(run.right);
    std::sort(places.begin(), places.end());

    struct Chain {
        std::uint64_t words = 0;
        std::size_t last = none;
    };
    std::vector<Chain> best(runs.size() + 1);  // Fenwick tree of the best chain that ends so far
    std::vector<Chain> chains(runs.size());    // the best one that ends with each run
    Chain heaviest;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto rank = static_cast<std::size_t>(
            std::lower_bound(places.begin(), places.end(), runs[i].right) - places.begin());
        Chain before;
        for (auto at = rank; at > 0; at -= at & (~at + 1)) {
            if (best[at].words > before.words) before = best[at];
        }
        chains[i] = {before.words + runs[i].size, before.last};
        const Chain here{chains[i].words, i};
        for (auto at = rank + 1; at < best.size(); at += at & (~at + 1)) {
            if (here.words > best[at].words) best[at] = here;
        }
        if (here.words > heaviest.words) heaviest = here;
    }
    std::vector<SharedRun> chain;
    for (auto at = heaviest.last; at != none; at = chains[at].last) chain.push_back(runs[at]);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

/// Takes off what two neighbours of a chain both claim.
std::vector<SharedRun> without_overlap(const std::vector<SharedRun>& chain) {
    std::vector<SharedRun> apart;
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    for (auto run : chain) {
        const auto less = std::max(left > run.left ? left - run.left : 0U,
                                   right > run.right ? right - run.right : 0U);
        if (less >= run.size) continue;
        run = {run.left + less, run.right + less, run.size - less};
        apart.push_back(run);
        left = run.left_end();
        right = run.right_end();
    }
    return apart;
}

}  // namespace

std::vector<SharedRun> anchors(std::span<const std::uint32_t> left,
                               std::span<const std::uint32_t> right, std::uint32_t words) {
    if (left.size() < words || right.size() < words) return {};
    return without_overlap(heaviest_chain(Stretches(left, right, words).runs(left, right)));
}

}  // namespace archive
