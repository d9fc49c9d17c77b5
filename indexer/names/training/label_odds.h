// SPDX-License-Identifier: GPL-2.0-or-later
// label_odds.h - How likely each label of each word is, over all ways to label a chain (forward and
// backward sums, scaled word by word).
#pragma once

#include "indexer/names/label_chain.h"

#include <cstddef>
#include <vector>

namespace indexer {

class LabelOdds {
public:
    /// Begins a chain of so many words.
    void reset(std::size_t words);
    /// What each label weighs for a word; to be filled before work_out().
    LabelWeights& weights(std::size_t at) { return weights_[at]; }
    /// Works the odds out for weights of pairs as LabelChain takes them.
    void work_out(const LabelPairs& pairs);

    /// The odds that the word has the label: 0 to 1.
    float of(std::size_t at, Label label) const {
        return forward_[at][label] * backward_[at][label];
    }

    /// Calls sink(at, left, right, odds) for every pair of labels that word `at` and the one before
    /// may have; at 0 the left, at the number of words the right is `outside`.
    template <typename Sink>
    void for_each_pair(const Sink& sink) const {
        const auto& lefts = labels_before();
        const std::size_t words = weights_.size();
        for (Label right = 0; right < label_count; ++right) {
            if (may_follow(outside, right)) sink(0, outside, right, of(0, right));
        }
        for (std::size_t at = 1; at < words; ++at) {
            for (Label right = 0; right < label_count; ++right) {
                const float tail = likely_[at][right] * backward_[at][right] / sums_[at];
                for (const Label left : lefts[right])
                    sink(at, left, right, forward_[at - 1][left] * pairs_[left][right] * tail);
            }
        }
        for (const Label left : lefts[outside]) sink(words, left, outside, of(words - 1, left));
    }

private:
    std::vector<LabelWeights> weights_;
    std::vector<LabelWeights> likely_;  ///< exponentials of weights, the largest 1
    std::vector<LabelWeights> forward_;
    std::vector<LabelWeights> backward_;
    std::vector<float> sums_;
    LabelPairs pairs_{};  ///< exponentials; 0 where labels may not follow
};

}  // namespace indexer
