// SPDX-License-Identifier: GPL-2.0-or-later
// label_chain.h - The best row of labels for words in a row (Viterbi).
#pragma once

#include "indexer/names/name_model.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace indexer {

/// What each label weighs for a word.
using LabelWeights = std::array<float, label_count>;

/// Finds it; has buffers, so every thread needs its own.
class LabelChain {
public:
    /// Puts the labels that weigh most together into `labels`, one a word. Before and behind the
    /// words stands `outside`.
    void decode(std::span<const LabelWeights> words, const LabelPairs& pairs,
                std::span<Label> labels);

private:
    std::vector<LabelWeights> best_;
    std::vector<std::array<Label, label_count>> before_;
};

}  // namespace indexer
