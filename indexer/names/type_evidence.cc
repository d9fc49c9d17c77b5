// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/type_evidence.h"

#include <algorithm>

namespace indexer {

namespace {

constexpr std::size_t parts = 4;
constexpr float trust = 0.7F;  // how far a place moves towards the mean

/// What the likeliest label of the type weighs.
float weight_of(const LabelWeights& weights, std::size_t type) {
    const auto first = weights.begin() + 1 + static_cast<std::ptrdiff_t>(type * parts);
    return *std::max_element(first, first + parts);
}

}  // namespace

void TypeEvidence::share(const ArticleWords& article, std::span<LabelWeights> weights) {
    const auto& words = article.words();
    const auto shares = [&](const WordFacts& word) {
        return word.weighed && word.capital && !word.punctuation;
    };
    sums_.reset(words.size() / 4);
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!shares(words[at])) continue;
        auto& sum = sums_[words[at].lower];
        for (std::size_t type = 0; type < name_types; ++type)
            sum.types[type] += weight_of(weights[at], type);
        ++sum.places;
    }
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!shares(words[at])) continue;
        const auto& sum = *sums_.find(words[at].lower);
        if (sum.places < 2) continue;
        for (std::size_t type = 0; type < name_types; ++type) {
            const float mean = sum.types[type] / static_cast<float>(sum.places);
            const float move = trust * (mean - weight_of(weights[at], type));
            for (std::size_t part = 0; part < parts; ++part)
                weights[at][1 + type * parts + part] += move;
        }
    }
}

}  // namespace indexer
