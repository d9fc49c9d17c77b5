// SPDX-License-Identifier: GPL-2.0-or-later
// type_evidence.h - Lets all places where an article has a word say what type of name it is.
//
//   Ford said the plant would close.  …  Mr. Ford left.  …  A Ford spokesman …
//
// What one sentence leaves open, another tells. Each place moves towards the mean of all places of
// the word, by type and not by label: a name may begin here with a word that ends another there.
#pragma once

#include "indexer/names/label_chain.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace indexer {

/// Has buffers, so every thread needs its own.
class TypeEvidence {
public:
    /// Moves the weights of words whose group (WordFacts::group) others have too; words of group 0
    /// share nothing.
    void share(std::span<const std::uint32_t> groups, std::span<LabelWeights> weights);

    /// For training, after share() of the same groups: turns slopes of the weights as they are
    /// shared into slopes of the weights before.
    void share_back(std::span<const std::uint32_t> groups, std::span<LabelWeights> slopes);

private:
    using Types = std::array<float, name_types>;
    struct Sum {
        Types types{};
        float places = 0;
    };

    void begin(std::span<const std::uint32_t> groups);

    std::vector<Sum> sums_;                                   ///< by group
    std::vector<std::array<std::uint8_t, name_types>> most_;  ///< of each word and type: the label
};

}  // namespace indexer
