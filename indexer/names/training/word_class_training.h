// SPDX-License-Identifier: GPL-2.0-or-later
// word_class_training.h - Sorts the words of unlabelled text into classes by their neighbours.
//
// A word is a vector: how much more often than chance each common word stands right before it and
// right behind it (positive pointwise mutual information; Bullinaria and Levy 2007). Vectors that
// point the same way are gathered around as many means as there are to be classes (spherical
// k-means; Dhillon and Modha 2001).
#pragma once

#include "indexer/names/word_classes.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

struct ClassPlan {
    std::uint32_t fine = 600;       ///< classes
    std::uint32_t coarse = 64;      ///< at most 255
    std::uint32_t contexts = 2000;  ///< common words that count as neighbours
    std::uint32_t least_count = 8;  ///< rarer words get no class
    unsigned rounds = 12;
};

class WordClassTraining {
public:
    /// Takes in a sentence.
    void add(const std::vector<std::string_view>& words);

    /// The classes of all words so far, and how each is usually written.
    WordClasses classes(const ClassPlan& plan) const;

private:
    struct Word {
        std::string text;  ///< figures written as 0
        std::uint32_t count = 0;
        std::uint32_t count_inside = 0;  ///< not as the first word of a sentence
    };

    std::uint32_t number_of(std::string_view text);
    void set_usual_forms(const std::vector<WordClass>& classes, WordClasses& result) const;

    HashTable<std::uint32_t> numbers_;  ///< of words, from 1
    std::vector<Word> words_{1};        ///< by number; 0 is the edge of a sentence
    std::vector<std::uint32_t> text_;   ///< numbers, 0 between sentences
};

}  // namespace indexer
