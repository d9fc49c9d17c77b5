// SPDX-License-Identifier: GPL-2.0-or-later
// crf_training.h - Learns the weights of the tagger from labelled articles.
//
// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) by stochastic
// gradient, each weight with a step of its own (AdaGrad; Duchi, Hazan and Singer 2011). One thread
// and a fixed order: the same articles make the same model to the byte.
#pragma once

#include "indexer/names/name_model.h"
#include "indexer/names/name_tagger.h"
#include "indexer/names/training/labelled_text.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace indexer {

struct TrainingPlan {
    unsigned epochs = 5;
    unsigned averaged = 2;     ///< of the last epochs, whose weights are averaged
    unsigned least_count = 3;  ///< rarer features are left out
    float step = 0.03F;
    float decay = 5e-4F;         ///< pull of every touched weight towards 0
    float least_weight = 0.05F;  ///< features whose weights all stay below are left out
    std::function<void(const std::string&)> report = {};  ///< takes a line of progress
};

/// Trains on the articles, with lists and word classes as the tagger will have them.
NameModel train_crf(const std::vector<LabelledArticle>& articles, const NameLists& lists,
                    const WordClasses& classes, const TrainingPlan& plan);

}  // namespace indexer
