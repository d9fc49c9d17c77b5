// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/training/label_odds.h"

#include <algorithm>
#include <cmath>

namespace indexer {

void LabelOdds::reset(std::size_t words) {
    weights_.resize(words);
    likely_.resize(words);
    forward_.resize(words);
    backward_.resize(words);
    sums_.resize(words);
}

void LabelOdds::work_out(const LabelPairs& pairs) {
    constexpr float least = -60;
    constexpr float tiny = 1e-30F;
    const auto& lefts = labels_before();
    const std::size_t words = weights_.size();
    for (Label left = 0; left < label_count; ++left) {
        for (Label right = 0; right < label_count; ++right) {
            pairs_[left][right] = may_follow(left, right) ? std::exp(pairs[left][right]) : 0;
        }
    }
    for (std::size_t at = 0; at < words; ++at) {
        const float most = *std::max_element(weights_[at].begin(), weights_[at].end());
        float sum = 0;
        for (Label right = 0; right < label_count; ++right) {
            likely_[at][right] = std::exp(std::max(least, weights_[at][right] - most));
            float reached = at == 0 ? pairs_[outside][right] : 0;
            if (at > 0) {
                for (const Label left : lefts[right])
                    reached += forward_[at - 1][left] * pairs_[left][right];
            }
            forward_[at][right] = reached * likely_[at][right];
            sum += forward_[at][right];
        }
        sums_[at] = std::max(sum, tiny);
        for (auto& value : forward_[at]) value /= sums_[at];
    }
    float ended = 0;
    for (const Label left : lefts[outside])
        ended += forward_[words - 1][left] * pairs_[left][outside];
    ended = std::max(ended, tiny);
    for (Label left = 0; left < label_count; ++left)
        backward_[words - 1][left] = pairs_[left][outside] / ended;
    for (std::size_t at = words - 1; at-- > 0;) {
        backward_[at].fill(0);
        for (Label right = 0; right < label_count; ++right) {
            const float tail = likely_[at + 1][right] * backward_[at + 1][right] / sums_[at + 1];
            for (const Label left : lefts[right]) backward_[at][left] += pairs_[left][right] * tail;
        }
    }
}

}  // namespace indexer
