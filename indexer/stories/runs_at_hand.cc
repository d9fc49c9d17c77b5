// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/runs_at_hand.h"

namespace indexer {

namespace {

std::size_t bytes_of(const TextRuns& runs) {
    constexpr std::size_t around = 96;  // of the map and the allocator
    return around + sizeof runs + runs.long_runs.capacity() * sizeof runs.long_runs[0];
}

}  // namespace

RunsAtHand::Runs RunsAtHand::at_hand(std::uint32_t number) {
    Runs runs;
    {
        const std::scoped_lock lock(mutex_);
        if (const auto found = later_.find(number); found != later_.end()) return found->second;
        const auto found = earlier_.find(number);
        if (found == earlier_.end()) return nullptr;
        runs = found->second;
    }
    keep(number, runs);
    return runs;
}

void RunsAtHand::keep(std::uint32_t number, Runs runs) {
    const auto bytes = bytes_of(*runs);
    const std::scoped_lock lock(mutex_);
    if (!later_.emplace(number, std::move(runs)).second) return;
    bytes_ += bytes;
    if (bytes_ * 2 <= most_bytes_) return;
    earlier_ = std::move(later_);
    later_.clear();
    bytes_ = 0;
}

}  // namespace indexer
