// SPDX-License-Identifier: GPL-2.0-or-later
// weight_memo.h - What the questions about a part of a word weighed when they were asked before.
//
// Of the 58 to 92 questions about a word most have been asked of such a word before: "the" stands
// before it, it is written Xx. Their weights lie all over a table that is larger than the caches;
// the sum of those of a part (About) is one look. A place keeps what was put there last.
#pragma once

#include "indexer/names/name_model.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace indexer {

/// Every thread needs its own.
class WeightMemo {
public:
    struct Place {
        std::uint64_t key = 0;  ///< 0: nothing yet
        WeightSum sum{};
    };

    /// Forgets what another model said; `edition` is the number of this one.
    void begin(std::uint64_t edition) {
        if (edition_ == edition && !places_.empty()) return;
        edition_ = edition;
        places_.assign(places, {});
    }

    /// Where the sum under a key is, or may be put: the caller sees by the key which of them.
    Place& place(std::uint64_t key) { return places_[key >> (64U - place_bits)]; }

private:
    // 1.25 MiB. With a quarter of it tagging takes 6 % longer, with eight times as much no less.
    static constexpr unsigned place_bits = 15;
    static constexpr std::size_t places = std::size_t{1} << place_bits;

    std::vector<Place> places_;
    std::uint64_t edition_ = 0;
};

}  // namespace indexer
