// SPDX-License-Identifier: GPL-2.0-or-later
// silver_text.h - Chooses what to learn from text that programs labelled.
//
// Such labels are often wrong, and a tagger learns the mistakes. Where a tagger that learned from
// people finds the very same names they are mostly right (docs/names.md has figures).
#pragma once

#include "indexer/names/name_tagger.h"
#include "indexer/names/training/labelled_text.h"

#include <vector>

namespace indexer {

/// The sentences for which `judge` finds the people, organisations and places that they are
/// labelled with, in their articles.
std::vector<LabelledArticle> agreed_sentences(const std::vector<LabelledArticle>& articles,
                                              const NameTagger& judge);

}  // namespace indexer
