// SPDX-License-Identifier: GPL-2.0-or-later
// name_features.h - What of a word, its neighbours and its article the weights are for.
//
// A feature is a 32-bit number: which question is asked, hashed with the answer. The numbers are in
// the model: a question that is added, moved or asked otherwise needs a new one.
#pragma once

#include "indexer/names/article_words.h"

#include <cstdint>
#include <vector>

namespace indexer {

using Feature = std::uint32_t;

/// Most features of a word, so that their weights can be summed in 16 bits.
inline constexpr std::size_t most_features = 255;

/// Puts the features of a word of a sentence into `features`, which is emptied first.
void features_of(const ArticleWords& article, const SentenceFacts& sentence, std::uint32_t at,
                 std::vector<Feature>& features);

}  // namespace indexer
