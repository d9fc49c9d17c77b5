// SPDX-License-Identifier: GPL-2.0-or-later
// name_tagger.h - Finds the names of people, organisations and places in the words of an article.
//
// A conditional random field over the words of each sentence; docs/names.md tells how it was
// trained, and how often it is right.
//
//   const auto tagger = NameTagger::read(folder);        // once
//   TaggerBuffers buffers;                               // one a thread
//   Sentences article;                                   // words "Kim", "met", "Putin", "."
//   for (const auto& name : spans_of(tagger.labels(article, buffers))) …
//
// The whole article is given at once: what a word is in one sentence helps in the others. Words are
// cut as corpora do: "'s", commas, brackets and the full stop of a sentence are words, "U.S.",
// "Mr." and "South-East" are one.
#pragma once

#include "indexer/names/article_words.h"
#include "indexer/names/label_chain.h"
#include "indexer/names/name_model.h"
#include "indexer/names/type_evidence.h"
#include "indexer/names/weight_memo.h"

#include <span>
#include <string>
#include <vector>

namespace indexer {

/// What a thread needs to tag. Keeps its memory from article to article, and what it learned of
/// words for as long as it is with one tagger.
class TaggerBuffers {
    friend class NameTagger;

    ArticleWords article_;
    /// Features behind those of the one before, whose weights are to be added up for a word.
    struct Asked {
        WeightMemo::Place* place;  ///< where the sum is remembered; may be null
        std::uint64_t key;
        std::size_t end;  ///< in features_
        std::uint32_t at;
    };
    WeightMemo memo_;
    std::vector<Feature> features_;
    std::vector<Asked> asked_;
    std::vector<WeightSum> sums_;
    std::vector<LabelWeights> weights_;
    std::vector<std::uint32_t> groups_;
    std::vector<Label> labels_;
    TypeEvidence evidence_;
    LabelChain chain_;
};

/// Read-only once made; threads share it.
class NameTagger {
public:
    NameTagger(NameModel model, NameLists lists)
        : model_(std::move(model)), lists_(std::move(lists)) {}

    /// From a model file and the folder of name lists. Throws Failure as NameModel and NameLists
    /// do.
    static NameTagger read(const std::string& model, const std::string& lists);

    /// One label a word, of person, org and place only. They live in the buffers, until these are
    /// used again.
    std::span<const Label> labels(const Sentences& article, TaggerBuffers& buffers) const;

    /// The same with NameType::other: what the weights say, for training.
    std::span<const Label> all_labels(const Sentences& article, TaggerBuffers& buffers) const;

    const NameModel& model() const { return model_; }
    const NameLists& lists() const { return lists_; }

private:
    void begin_weighing(const SentenceFacts& sentence, std::uint32_t at,
                        TaggerBuffers& buffers) const;
    void finish_weighing(TaggerBuffers& buffers) const;
    void weigh(TaggerBuffers& buffers) const;

    static std::uint64_t next_edition();

    NameModel model_;
    NameLists lists_;
    std::uint64_t edition_ = next_edition();  ///< of model and lists: tells what buffers remember
};

}  // namespace indexer
