// SPDX-License-Identifier: GPL-2.0-or-later
// shuffle.h - Chance that falls the same way everywhere: the standard library's distributions may
// differ from one to the next, this does not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace indexer {

class Shuffler {
public:
    explicit Shuffler(std::uint32_t seed) : random_(seed) {}

    /// A number below `count`, which is above 0.
    std::size_t below(std::size_t count) {
        const std::uint64_t high = random_();
        return (high << 32U | random_()) % count;
    }
    /// True `percent` times in a hundred.
    bool happens(double percent) {
        return static_cast<double>(below(1'000'000)) < percent * 10'000;
    }
    template <typename Thing>
    void shuffle(std::vector<Thing>& things) {
        for (std::size_t left = things.size(); left > 1; --left)
            std::swap(things[left - 1], things[below(left)]);
    }

private:
    std::mt19937 random_;
};

}  // namespace indexer
