// SPDX-License-Identifier: GPL-2.0-or-later
// joined_sets.h - Things that were found to belong together, two by two.
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace indexer {

/// Sets of the numbers below a size, joined two by two (union and find).
class JoinedSets {
public:
    explicit JoinedSets(std::size_t size) : parents_(size) {
        std::iota(parents_.begin(), parents_.end(), 0U);
    }

    /// One more set, of the next number.
    std::uint32_t add() {
        parents_.push_back(static_cast<std::uint32_t>(parents_.size()));
        return parents_.back();
    }

    std::size_t size() const { return parents_.size(); }

    /// The number that stands for the set of `at`.
    std::uint32_t root(std::uint32_t at) {
        while (parents_[at] != at) at = parents_[at] = parents_[parents_[at]];
        return at;
    }

    void join(std::uint32_t left, std::uint32_t right) { parents_[root(left)] = root(right); }

private:
    std::vector<std::uint32_t> parents_;
};

}  // namespace indexer
