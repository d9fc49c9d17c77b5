// SPDX-License-Identifier: GPL-2.0-or-later
// type_evidence.h - Lets all places where an article has a word say what type of name it is.
//
//   Ford said the plant would close.  …  Mr. Ford left.  …  A Ford spokesman …
//
// What one sentence leaves open, another tells. Each place moves towards the mean of all places of
// the word, by type and not by label: a name may begin here with a word that ends another there.
#pragma once

#include "indexer/names/article_words.h"
#include "indexer/names/label_chain.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace indexer {

/// Has buffers, so every thread needs its own.
class TypeEvidence {
public:
    /// Moves the weights of capitalised words that an article has more than once; those of words
    /// that are not weighed are not looked at.
    void share(const ArticleWords& article, std::span<LabelWeights> weights);

private:
    using Types = std::array<float, name_types>;
    struct Sum {
        Types types{};
        std::uint32_t places = 0;
    };

    HashTable<Sum> sums_;  ///< by word
};

}  // namespace indexer
