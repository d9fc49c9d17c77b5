// SPDX-License-Identifier: GPL-2.0-or-later
// word_classes.h - What unlabelled text has taught of words: which stand in the same places, and
// how each is usually written.
//
// A class is a number without a meaning: the words of one ("Senator", "Congressman"; "Ohio",
// "Nevada") stand between the same neighbours. They carry to words that no labelled text had what
// it says of their kind. Words of headlines and the first of a sentence are looked up as they are
// usually written, which is all the truecasing that is needed; elsewhere "Player" is no "player".
// Part of the model; training/ makes it.
#pragma once

#include "archive/index/number_bytes.h"
#include "indexer/names/name_hash.h"

#include <cstdint>
#include <string>

namespace indexer {

/// How a word is usually written in the middle of sentences.
enum class UsualCase : std::uint8_t { unknown, small, both, capital };

struct WordClass {
    std::uint16_t fine = 0;   ///< from 1; 0 for words that are not known
    std::uint8_t coarse = 0;  ///< the same, of fewer and larger classes
    UsualCase usual = UsualCase::unknown;

    friend bool operator==(const WordClass&, const WordClass&) = default;
};

class WordClasses {
public:
    /// The class of a word as it is written.
    WordClass as_written(std::uint64_t word) const { return under(key_of(word)); }
    /// The class of the word's usual form, by its lower case.
    WordClass usual(std::uint64_t lower) const { return under(key_of(~lower)); }

    /// Asks for what as_written() looks at first.
    void will_need(std::uint64_t word) const { table_.will_need(key_of(word)); }

    void set(std::uint64_t word, WordClass word_class) { put(key_of(word), word_class); }
    void set_usual(std::uint64_t lower, WordClass word_class) { put(key_of(~lower), word_class); }

    /// As bytes in the model, sorted by key.
    void write(std::string& bytes) const;
    /// Throws Failure index_damaged where the bytes end too early.
    static WordClasses read(archive::NumberBytes& bytes);

private:
    /// Keys are 32 bits in the file; spread again, so that the table's slots are used evenly.
    static std::uint64_t key_of(std::uint64_t hash) { return scrambled(hash) >> 32U << 32U; }
    WordClass under(std::uint64_t key) const {
        const auto* const found = table_.find(key);
        return found == nullptr ? WordClass{} : *found;
    }
    void put(std::uint64_t key, WordClass word_class) { table_[key] = word_class; }

    HashTable<WordClass> table_;
};

}  // namespace indexer
