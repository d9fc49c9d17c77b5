// SPDX-License-Identifier: GPL-2.0-or-later
// score.h - How many names were found: precision, recall and F1 of exact spans with the right type.
#pragma once

#include "indexer/names/name_tagger.h"
#include "indexer/names/training/labelled_text.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace indexer {

struct Tally {
    std::size_t right = 0;
    std::size_t extra = 0;
    std::size_t missed = 0;

    /// 0 to 100.
    double f1() const;
};

struct Score {
    std::array<Tally, name_types> types{};  ///< by NameType

    /// Of persons, organisations and places together.
    Tally shown() const;
    void add(const std::vector<NameSpan>& right, const std::vector<NameSpan>& found);
};

/// Tags every article and compares.
Score score(const NameTagger& tagger, const std::vector<LabelledArticle>& articles);

/// "F1 79.1 P 81.0 R 77.2 (PER 88.0 ORG 62.3 LOC 79.9)"
std::string to_text(const Score& score);

}  // namespace indexer
