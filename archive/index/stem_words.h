// SPDX-License-Identifier: GPL-2.0-or-later
// stem_words.h - The words of a segment that have a stem: "elect" in English is elect, elected,
// election.
//
// Stems have no postings. Whoever looks for one looks for its words: they are so few that their
// lists together are read as fast as a list of the stem would be, and such lists were two fifths of
// the postings. An article is stemmed by its own language, so a word counts where it has the stem
// in the language of the article.
//
//   stems.languages   the languages that stem in ways of their own, each with a number of words
//   stems             a column of uint32: for each of them the words of its articles that are not
//                     their own stem, in the order of the stems' bytes
#pragma once

#include "archive/index/columns.h"
#include "archive/index/string_table.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace archive {

/// A set of the ways to stem that the articles of a segment have: a bit each.
using Stemmings = std::uint32_t;

/// Gathers, while a segment is written, which words occur in which languages.
class StemmedWords {
public:
    /// The articles that follow are of the language.
    void begin(std::string_view language);

    /// A word of the lexicon is in one of them.
    void add(std::uint32_t word) {
        if (word >= words_.size()) words_.resize(word + 1, 0);
        words_[word] |= at_hand_;
    }

    /// Numbers the words anew, as ranks_of() has it.
    void renumber(std::span<const std::uint32_t> ranks);

    /// Writes both files into the folder; returns them with their names.
    std::vector<std::pair<std::string, FileStamp>> write(const std::string& folder,
                                                         const StringNumbers& lexicon) const;

private:
    std::vector<std::string> languages_;
    std::vector<Stemmings> words_;  ///< by the number of the word
    Stemmings at_hand_ = 0;
};

/// Those of a published segment. Thread-safe; the lexicon outlives it.
class StemWords {
public:
    /// A word, and the ways to stem by which it has the stem.
    struct Form {
        std::uint32_t word = 0;
        Stemmings in = 0;
    };

    explicit StemWords(const StringTable& lexicon) : lexicon_(lexicon) {}

    /// Throws Failure index_damaged.
    void open(const std::string& folder);

    /// The words that have the stem in some article, each once.
    std::vector<Form> forms(std::string_view stem) const;

    /// The numbers of the words that have it in articles of the language.
    std::vector<std::uint32_t> numbers(std::string_view language, std::string_view stem) const;

    /// How articles of a language are stemmed; none when the segment has no such article.
    Stemmings of(std::string_view language) const;

    /// All there are in the segment.
    Stemmings all() const { return (Stemmings{1} << languages_.size()) - 1; }

private:
    struct Language {
        std::string name;
        std::span<const std::uint32_t> words;
    };

    const StringTable& lexicon_;
    std::vector<Language> languages_;
    Column<std::uint32_t> words_;
};

}  // namespace archive
