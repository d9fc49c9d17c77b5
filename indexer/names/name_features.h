// SPDX-License-Identifier: GPL-2.0-or-later
// name_features.h - What of a word, its neighbours and its article the weights are for.
//
// A feature is a 32-bit number: which question is asked, hashed with the answer. The numbers are in
// the model: a question that is added, moved or asked otherwise needs a new one.
#pragma once

#include "indexer/names/article_words.h"

#include <array>
#include <cstdint>
#include <vector>

namespace indexer {

using Feature = std::uint32_t;

/// Most features of a word, so that their weights can be summed in 16 bits.
inline constexpr std::size_t most_features = 255;

/// What a question is about. Questions about one word, two, or how words look have the same answers
/// again and again: what all of them together weigh can be remembered. Those of `rest` are about
/// too much.
enum class About : std::uint8_t {
    own,           ///< the word by itself
    last,          ///< the word before it
    next,          ///< the word behind it
    last_and_own,  ///< both
    own_and_next,
    outlines,  ///< how it and two words on each side are written
    lists,     ///< what lists have of it and its neighbours
    article,   ///< what the article says of it
    run,       ///< the first and the last word of its run
    rest
};
inline constexpr std::size_t remembered_parts = static_cast<std::size_t>(About::rest);

/// A word of an article, to be asked about. The article and the sentence must outlive it.
class AskedWord {
public:
    AskedWord(const ArticleWords& article, const SentenceFacts& sentence, std::uint32_t at);

    /// All features, in an order that never changes.
    void ask(std::vector<Feature>& features) const;
    /// Those of a part, behind what is there.
    void ask(About part, std::vector<Feature>& features) const;

    /// What the answers of each part but `rest` depend on, as a hash; 0 for a part that is not
    /// asked about this word.
    using Keys = std::array<std::uint64_t, remembered_parts>;
    Keys keys() const;

private:
    template <typename Questions>
    void ask_about_words(Questions ask) const;
    template <typename Questions>
    void ask_about_shapes(Questions ask) const;
    template <typename Questions>
    void ask_about_lists(Questions ask) const;
    template <typename Questions>
    void ask_about_classes(Questions ask) const;
    template <typename Questions>
    void ask_about_article(Questions ask) const;
    template <typename Questions>
    void ask_about_kind(Questions ask) const;
    template <typename Questions>
    void ask_about_run(Questions ask) const;
    template <unsigned wanted>
    void ask_about_joined_runs(std::vector<Feature>& features) const;
    template <unsigned wanted>
    void ask_for(std::vector<Feature>& features) const;

    const WordFacts& neighbour(std::uint32_t before, std::uint32_t behind) const;
    bool in_run() const { return word_.run_end > word_.run_begin; }
    std::uint64_t capitals() const;

    const std::vector<WordFacts>& words_;
    const SentenceFacts& sentence_;
    const std::uint32_t at_;
    const WordFacts& before_last_;
    const WordFacts& last_;
    const WordFacts& word_;
    const WordFacts& next_;
    const WordFacts& after_next_;
    const std::uint64_t manner_;  ///< how the sentence is written, and whether the word begins it
};

/// Puts the features of a word of a sentence into `features`, which is emptied first.
void features_of(const ArticleWords& article, const SentenceFacts& sentence, std::uint32_t at,
                 std::vector<Feature>& features);

}  // namespace indexer
