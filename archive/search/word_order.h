// SPDX-License-Identifier: GPL-2.0-or-later
// word_order.h - The plan that words stand in the order of a pattern.
//
// "chairman of the" is looked for as "chair man of the" too, and an article with all the words of
// one of them may have the other in a row. Looked for as one pattern, neither is found in the lists
// of runs of common words, and the tokens of each article are asked. So each way is looked for by
// itself, and a way other than that whose words the article is known to have only where it has the
// words of that way.
#pragma once

#include "archive/search/pattern_words.h"
#include "archive/search/plan.h"

#include <memory>
#include <vector>

namespace archive {

/// That words stand in the text in the order of the pattern, beside terms that say that the words
/// of one way through it are there. `prefixes` are those of the terms of a word in the text.
PlanPointer words_in_order(const std::shared_ptr<const WordPattern>& pattern, const Way& there,
                           const ZonePrefixes& prefixes);

}  // namespace archive
