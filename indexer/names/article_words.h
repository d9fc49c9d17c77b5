// SPDX-License-Identifier: GPL-2.0-or-later
// article_words.h - The words of an article as the tagger sees them, and what is known of each.
//
// Everything that does not depend on weights: how a word looks, which lists have it, which run of
// capitalised words it stands in, how its sentence is written, and what the rest of the article
// says of it ("Paris" behind "in" here, in front of "said" there; "Harwick is a fishing village").
// Filled once for an article, in time that grows with its length alone.
#pragma once

#include "indexer/names/cue_words.h"
#include "indexer/names/name_lists.h"
#include "indexer/names/word_classes.h"
#include "indexer/names/word_form.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace indexer {

/// The words of an article, sentence by sentence. The texts belong to somebody else.
struct Sentences {
    std::vector<std::string_view> words;
    std::vector<std::uint32_t> ends;  ///< of sentences, exclusive, in `words`

    void clear() {
        words.clear();
        ends.clear();
    }
    /// Ends the sentence that the last words make; does nothing when there are none.
    void end_sentence() {
        const auto end = static_cast<std::uint32_t>(words.size());
        if (end != (ends.empty() ? 0 : ends.back())) ends.push_back(end);
    }
};

/// How a sentence is written: Headlines Are in Title Case, OLD WIRE COPY IN CAPITALS.
enum class Casing : std::uint8_t { usual, title, capitals };

/// What the article says of a capitalised word anywhere in it, as bits.
enum Sighting : std::uint32_t {
    seen_small = 1U << 0U,
    seen_mid_sentence = 1U << 1U,
    seen_after_title = 1U << 2U,
    seen_before_speech = 1U << 3U,  ///< its run of capitals stands before "said", "told", "who"
    seen_after_place_word = 1U << 4U,
    seen_in_person = 1U << 5U,  ///< in a run that begins with a first name
    seen_in_org = 1U << 6U,     ///< in a run that has "University", "Inc."
    seen_in_run = 1U << 7U,
    seen_before_bracket = 1U << 8U,  ///< "Full Name (ABC)"
    seen_possessive = 1U << 9U,
};
inline constexpr std::uint32_t sightings = 10;

/// What is known of one word.
struct WordFacts {
    std::uint64_t word = 0;  ///< hashes
    std::uint64_t lower = 0;
    std::uint64_t shape = 0;
    std::uint64_t outline = 0;
    std::array<std::uint32_t, 4> beginning{};  ///< the first 1 to 4 bytes of its lower case
    std::array<std::uint32_t, 4> ending{};     ///< the last ones; 0 when it is shorter
    std::uint32_t listed_alone = 0;  ///< what NameLists::found() has of the word by itself
    std::uint32_t lists = 0;         ///< ListClass bits
    std::uint32_t run_lists = 0;     ///< of all words of its run
    std::uint32_t run_begin = 0;     ///< of the run of capitalised words it stands in
    std::uint32_t run_end = 0;       ///< exclusive; equal to run_begin outside of runs
    std::uint32_t sighted = 0;       ///< Sighting bits
    std::uint32_t group = 0;  ///< weighed words with one number, from 1, are one name or part of it
    std::uint64_t kind = 0;   ///< hash of the word that says what it is; 0 when none does
    WordClass kind_class;
    WordClass word_class;
    std::uint8_t list_places = 0;  ///< where in listed names: 1 begin, 2 inside, 4 end, 8 single
    NameCue cue = NameCue::none;
    bool capital = false;
    bool has_capital = false;
    bool all_capitals = false;
    bool number = false;
    bool punctuation = false;
    bool ordinary = false;  ///< English writes it in small letters
    bool weighed = false;   ///< may be part of a name
};

struct SentenceFacts {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Casing casing = Casing::usual;
};

/// The facts of one article; reused for the next, so that little is allocated.
class ArticleWords {
public:
    /// What is known of a word wherever it stands is remembered from article to article of one
    /// `edition`, a number of these lists and classes; with 0 nothing is.
    void look_at(const Sentences& article, const NameLists& lists, const WordClasses& classes,
                 std::uint64_t edition = 0);

    const std::vector<WordFacts>& words() const { return words_; }
    const std::vector<SentenceFacts>& sentences() const { return sentences_; }

private:
    void begin_remembering(std::uint64_t edition);
    /// Where a word is remembered, or another that came later; null when none are.
    WordFacts* remembered(std::uint64_t word) {
        return remembered_.empty() ? nullptr : &remembered_[word >> (64U - remembered_bits)];
    }
    void look_at_word(std::string_view text, WordFacts& word);
    void look_up(const NameLists& lists, const WordClasses& classes);
    void settle_casing(SentenceFacts& sentence);
    void settle_classes(const SentenceFacts& sentence, const WordClasses& classes);
    void find_listed(const SentenceFacts& sentence, const NameLists& lists);
    void find_runs(const SentenceFacts& sentence);
    void choose_weighed(const SentenceFacts& sentence);
    void sight(const SentenceFacts& sentence);
    void find_kinds(const SentenceFacts& sentence);
    std::uint32_t behind_bracket(const SentenceFacts& sentence, std::uint32_t at) const;
    std::uint32_t kind_behind(const SentenceFacts& sentence, std::uint32_t run_end) const;
    void spread_sightings();
    NameCue cue(const SentenceFacts& sentence, std::uint32_t at) const {
        return at < sentence.end ? words_[at].cue : NameCue::none;
    }

    /// What the article says of a word, by its lower case.
    struct Sighted {
        std::uint32_t bits = 0;
        std::uint32_t kind = 0;   ///< where the word stands that says what it is, from 1
        std::uint32_t group = 0;  ///< its number, from 1, once it has one
    };

    // 512 KiB; with two or four times as much tagging takes no less.
    static constexpr unsigned remembered_bits = 12;

    std::vector<WordFacts> words_;
    std::vector<WordFacts> remembered_;  ///< by the highest bits of WordFacts::word
    std::uint64_t edition_ = 0;
    std::vector<std::uint32_t> new_words_;  ///< of a sentence, which are not remembered
    std::vector<SentenceFacts> sentences_;
    HashTable<Sighted> sighted_;
    WordForm form_;
};

}  // namespace indexer
