// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/type_evidence.h"

#include <algorithm>

namespace indexer {

namespace {

constexpr std::size_t parts = 4;
constexpr float trust = 0.9F;  // how far a place moves towards the mean

constexpr std::size_t first_label(std::size_t type) {
    return 1 + type * parts;
}

/// The label of the type that weighs most.
std::uint8_t heaviest(const LabelWeights& weights, std::size_t type) {
    const auto first = weights.begin() + static_cast<std::ptrdiff_t>(first_label(type));
    return static_cast<std::uint8_t>(std::max_element(first, first + parts) - weights.begin());
}

}  // namespace

void TypeEvidence::begin(std::span<const std::uint32_t> groups) {
    const auto highest = std::max_element(groups.begin(), groups.end());
    sums_.assign(highest == groups.end() ? 1 : *highest + 1, {});
    for (const auto group : groups) ++sums_[group].places;
    sums_[0].places = 0;
}

void TypeEvidence::share(std::span<const std::uint32_t> groups, std::span<LabelWeights> weights) {
    begin(groups);
    most_.resize(groups.size());
    for (std::size_t at = 0; at < groups.size(); ++at) {
        auto& sum = sums_[groups[at]];
        if (sum.places < 2) continue;
        for (std::size_t type = 0; type < name_types; ++type) {
            most_[at][type] = heaviest(weights[at], type);
            sum.types[type] += weights[at][most_[at][type]];
        }
    }
    for (std::size_t at = 0; at < groups.size(); ++at) {
        const auto& sum = sums_[groups[at]];
        if (sum.places < 2) continue;
        for (std::size_t type = 0; type < name_types; ++type) {
            const float mean = sum.types[type] / sum.places;
            const float move = trust * (mean - weights[at][most_[at][type]]);
            for (std::size_t part = 0; part < parts; ++part)
                weights[at][first_label(type) + part] += move;
        }
    }
}

void TypeEvidence::share_back(std::span<const std::uint32_t> groups,
                              std::span<LabelWeights> slopes) {
    begin(groups);
    const auto of_type = [&](std::size_t at, std::size_t type) {
        float sum = 0;
        for (std::size_t part = 0; part < parts; ++part)
            sum += slopes[at][first_label(type) + part];
        return sum;
    };
    for (std::size_t at = 0; at < groups.size(); ++at) {
        auto& sum = sums_[groups[at]];
        if (sum.places < 2) continue;
        for (std::size_t type = 0; type < name_types; ++type) sum.types[type] += of_type(at, type);
    }
    for (std::size_t at = 0; at < groups.size(); ++at) {
        const auto& sum = sums_[groups[at]];
        if (sum.places < 2) continue;
        for (std::size_t type = 0; type < name_types; ++type) {
            slopes[at][most_[at][type]] +=
                trust * (sum.types[type] / sum.places - of_type(at, type));
        }
    }
}

}  // namespace indexer
