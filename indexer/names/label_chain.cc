// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/label_chain.h"

namespace indexer {

namespace {

constexpr float never = -1e30F;

}  // namespace

void LabelChain::decode(std::span<const LabelWeights> words, const LabelPairs& pairs,
                        std::span<Label> labels) {
    if (words.empty()) return;
    const auto& lefts = labels_before();
    best_.resize(words.size());
    before_.resize(words.size());
    for (Label right = 0; right < label_count; ++right) {
        best_[0][right] =
            may_follow(outside, right) ? pairs[outside][right] + words[0][right] : never;
    }
    for (std::size_t at = 1; at < words.size(); ++at) {
        for (Label right = 0; right < label_count; ++right) {
            float most = never;
            Label from = outside;
            for (const Label left : lefts[right]) {
                const float weight = best_[at - 1][left] + pairs[left][right];
                if (weight > most) most = weight, from = left;
            }
            best_[at][right] = most + words[at][right];
            before_[at][right] = from;
        }
    }
    Label label = outside;
    float most = never;
    for (const Label left : lefts[outside]) {
        const float weight = best_.back()[left] + pairs[left][outside];
        if (weight > most) most = weight, label = left;
    }
    for (std::size_t at = words.size(); at-- > 0;) {
        labels[at] = label;
        if (at > 0) label = before_[at][label];
    }
}

}  // namespace indexer
