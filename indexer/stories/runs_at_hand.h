// SPDX-License-Identifier: GPL-2.0-or-later
// runs_at_hand.h - The runs of words of the articles that were compared last.
//
// Where articles are of the same sentences, or have no day, each is in hundreds of pairs, and most
// of them are strangers as their runs alone tell. The runs are a quarter of what is made of a text,
// so that those of many thousand articles stay at hand and few texts are read twice.
#pragma once

#include "indexer/stories/copy_text.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace indexer {

/// Thread-safe.
class RunsAtHand {
public:
    using Runs = std::shared_ptr<const TextRuns>;

    /// Those of a million articles would take two gigabytes.
    static constexpr std::size_t usual_bytes = std::size_t{96} << 20U;

    /// Keeps about so many bytes of them at most.
    explicit RunsAtHand(std::size_t most_bytes = usual_bytes) : most_bytes_(most_bytes) {}

    /// The runs of the article with the number, of its `text()` when they are not at hand.
    template <typename Text>
    Runs of(std::uint32_t number, const Text& text) {
        if (auto kept = at_hand(number)) return kept;
        const CopyText& made = text();
        auto runs = std::make_shared<const TextRuns>(made);
        keep(number, runs);
        return runs;
    }

private:
    Runs at_hand(std::uint32_t number);
    void keep(std::uint32_t number, Runs runs);

    const std::size_t most_bytes_;
    std::mutex mutex_;
    /// Those asked for lately, and before that. When the later ones take half of the room they
    /// become the earlier ones, and those that nobody asked for again go.
    std::unordered_map<std::uint32_t, Runs> later_, earlier_;
    std::size_t bytes_ = 0;  ///< of the later ones
};

}  // namespace indexer
