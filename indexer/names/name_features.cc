// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_features.h"

#include <cassert>

namespace indexer {

namespace {

/// Numbers the questions of a group in the order they are asked.
class Questions {
public:
    Questions(std::vector<Feature>& features, std::uint64_t group)
        : features_(features), question_(group << 32U) {}

    void ask(std::uint64_t answer) {
        question_ += 0x9E3779B97F4A7C15U;
        features_.push_back(static_cast<Feature>(scrambled(answer ^ question_) >> 32U));
    }
    void ask(std::uint64_t left, std::uint64_t right) { ask(joined_hash(left, right)); }
    void ask(std::uint64_t left, std::uint64_t middle, std::uint64_t right) {
        ask(joined_hash(left, middle, right));
    }
    /// One feature a bit that is set.
    void ask_each(std::uint32_t bits, std::uint64_t with) {
        question_ += 0x9E3779B97F4A7C15U;
        for (; bits != 0; bits &= bits - 1) {
            const std::uint64_t lowest = bits & (~bits + 1);
            features_.push_back(
                static_cast<Feature>(scrambled(joined_hash(lowest, with) ^ question_) >> 32U));
        }
    }

private:
    std::vector<Feature>& features_;
    std::uint64_t question_;
};

/// What stands before the first word and behind the last.
const WordFacts& edge() {
    static const WordFacts facts = [] {
        WordFacts word;
        word.word = word.lower = word.shape = word.outline = word_hash("<edge>");
        return word;
    }();
    return facts;
}

/// A word with two neighbours on each side.
struct Window {
    const WordFacts& before_last;
    const WordFacts& last;
    const WordFacts& word;
    const WordFacts& next;
    const WordFacts& after_next;
    std::uint64_t manner;  ///< how the sentence is written, and whether the word begins it
};

void ask_about_words(const Window& window, Questions ask) {
    const auto& [before_last, last, word, next, after_next, manner] = window;
    ask.ask(word.word);
    ask.ask(word.lower);
    ask.ask(last.lower);
    ask.ask(next.lower);
    ask.ask(before_last.lower);
    ask.ask(after_next.lower);
    ask.ask(last.lower, word.lower);
    ask.ask(word.lower, next.lower);
    ask.ask(last.lower, next.lower);
    ask.ask(next.lower, after_next.lower);
    ask.ask(before_last.lower, last.lower);
    ask.ask(last.lower, word.outline);
    ask.ask(next.lower, word.outline);
    ask.ask(last.lower, word.outline, next.lower);
}

void ask_about_shapes(const Window& window, Questions ask) {
    const auto& [before_last, last, word, next, after_next, manner] = window;
    ask.ask(word.shape);
    ask.ask(last.shape);
    ask.ask(next.shape);
    ask.ask(last.outline, word.outline);
    ask.ask(word.outline, next.outline);
    ask.ask(last.outline, word.outline, next.outline);
    ask.ask(before_last.outline, last.outline, word.outline);
    ask.ask(word.outline, next.outline, after_next.outline);
    for (std::size_t bytes = 0; bytes < 4; ++bytes) {
        ask.ask(word.beginning[bytes]);
        ask.ask(word.ending[bytes]);
    }
    ask.ask(last.ending[2]);
    ask.ask(next.ending[2]);
    ask.ask(word.ending[2], word.outline);
    ask.ask(word.outline, manner);
    const std::uint64_t capitals =
        (word.ordinary ? 1U : 0U) + (word.capital ? 2U : 0U) + (word.all_capitals ? 4U : 0U);
    ask.ask(capitals, manner);
}

void ask_about_lists(const Window& window, Questions ask) {
    const auto& [before_last, last, word, next, after_next, manner] = window;
    const auto placed = joined_hash(word.lists, word.list_places);
    ask.ask(placed);
    ask.ask(placed, word.outline);
    ask.ask(last.lists, word.lists);
    ask.ask(word.lists, next.lists);
    ask.ask(last.lists, word.lists, next.lists);
    ask.ask(last.lists);
    ask.ask(next.lists);
    ask.ask(word.lists, word.ordinary ? 1U : 0U, manner);
    ask.ask(last.lower, word.lists);
    ask.ask(next.lower, word.lists);
    ask.ask_each(word.lists, manner >> 1U);
}

void ask_about_classes(const Window& window, Questions ask) {
    const auto& [before_last, last, word, next, after_next, manner] = window;
    ask.ask(word.word_class.fine);
    ask.ask(last.word_class.fine);
    ask.ask(next.word_class.fine);
    ask.ask(last.word_class.fine, word.word_class.fine);
    ask.ask(word.word_class.fine, next.word_class.fine);
    ask.ask(word.word_class.coarse);
    ask.ask(last.word_class.coarse, word.word_class.coarse, next.word_class.coarse);
    ask.ask(before_last.word_class.coarse, last.word_class.coarse, word.outline);
    ask.ask(word.outline, next.word_class.coarse, after_next.word_class.coarse);
    ask.ask(last.word_class.fine, word.outline);
    ask.ask(next.word_class.fine, word.outline);
    ask.ask(static_cast<std::uint64_t>(word.word_class.usual), manner, word.lists);
}

void ask_about_article(const Window& window, Questions ask) {
    const auto& word = window.word;
    const std::uint64_t written = word.sighted & (seen_small | seen_mid_sentence);
    ask.ask(written, window.manner);
    ask.ask(written, word.lists & (list_first_name | list_country | list_big_city | list_demonym));
    ask.ask_each(word.sighted & ~(seen_small | seen_mid_sentence), 0);
    ask.ask(word.sighted);
    ask.ask(word.sighted, word.outline);
    ask.ask(word.sighted, word.lists);
}

/// What the article says it is.
void ask_about_kind(const WordFacts& word, Questions ask) {
    ask.ask(word.kind);
    ask.ask(word.kind_class.fine);
    ask.ask(word.kind_class.coarse, word.outline, word.lists);
}

void ask_about_run(const ArticleWords& article, const SentenceFacts& sentence, std::uint32_t at,
                   Questions ask) {
    const auto& words = article.words();
    const auto& word = words[at];
    const auto casing = static_cast<std::uint64_t>(sentence.casing);
    const auto& first = words[word.run_begin];
    const auto& last = words[word.run_end - 1];
    const bool is_before = word.run_begin > sentence.begin;
    const bool is_behind = word.run_end < sentence.end;
    const auto before = is_before ? words[word.run_begin - 1].lower : 5U;
    const auto behind = is_behind ? words[word.run_end].lower : 6U;
    const std::uint64_t back = at - word.run_begin;
    const std::uint64_t ahead = word.run_end - 1 - at;
    ask.ask(back, ahead, casing);
    ask.ask(last.lower, ahead == 0 ? 1U : 0U);
    ask.ask(first.lower, back == 0 ? 1U : 0U);
    ask.ask(word.run_lists, word.lists);
    ask.ask(before, casing);
    ask.ask(behind, casing);
    ask.ask(before, behind, back + ahead);
    ask.ask(last.word_class.fine, ahead == 0 ? 1U : 0U);
    ask.ask(first.word_class.fine, back == 0 ? 1U : 0U);
    ask.ask(last.lists, ahead == 0 ? 1U : 0U);
    ask.ask(last.word_class.fine, first.word_class.fine);
}

/// Whether the word may stand between two runs that tell of each other: "Bank of the North", "Port
/// Authority and Ferries", "Oslo, Bergen, Turku".
bool joins(const WordFacts& word) {
    return word.cue == NameCue::joint || word.cue == NameCue::possessive
           || word.cue == NameCue::comma;
}

/// What the run is joined with, which may be of the same name or of one type with it.
void ask_about_joined_run(const WordFacts& own_last, const WordFacts& joint,
                          const WordFacts& other_last, Questions ask) {
    const auto by = joint.lower;
    ask.ask(by, other_last.lower);
    ask.ask(joined_hash(by, own_last.word_class.fine), other_last.word_class.fine);
    ask.ask(by, other_last.lists);
    ask.ask(joined_hash(by, own_last.lower), other_last.lists);
}

void ask_about_joined_runs(const ArticleWords& article, const SentenceFacts& sentence,
                           std::uint32_t at, std::vector<Feature>& features) {
    const auto& words = article.words();
    const auto& last = words[words[at].run_end - 1];
    const auto in_run = [&](std::uint32_t place) {
        return words[place].run_end > words[place].run_begin;
    };
    const auto joint_behind = words[at].run_end;
    if (joint_behind < sentence.end && joins(words[joint_behind])) {
        auto next = joint_behind + 1;
        if (next < sentence.end && words[next].cue == NameCue::the) ++next;
        if (next < sentence.end && in_run(next)) {
            ask_about_joined_run(last, words[joint_behind], words[words[next].run_end - 1],
                                 {features, 8});
        }
    }
    auto begin = words[at].run_begin;
    if (begin > sentence.begin && words[begin - 1].cue == NameCue::the) --begin;
    if (begin > sentence.begin + 1 && joins(words[begin - 1]) && in_run(begin - 2))
        ask_about_joined_run(last, words[begin - 1], words[begin - 2], {features, 9});
}

}  // namespace

void features_of(const ArticleWords& article, const SentenceFacts& sentence, std::uint32_t at,
                 std::vector<Feature>& features) {
    const auto& words = article.words();
    const auto neighbour = [&](std::uint32_t before, std::uint32_t behind) -> const WordFacts& {
        if (at < sentence.begin + before || at + behind >= sentence.end) return edge();
        return words[at - before + behind];
    };
    const auto& word = words[at];
    const std::uint64_t manner =
        2 * static_cast<std::uint64_t>(sentence.casing) + (at == sentence.begin ? 1U : 0U);
    const Window window{neighbour(2, 0), neighbour(1, 0), word,
                        neighbour(0, 1), neighbour(0, 2), manner};
    features.clear();
    ask_about_words(window, {features, 1});
    ask_about_shapes(window, {features, 2});
    ask_about_lists(window, {features, 3});
    ask_about_classes(window, {features, 4});
    if (word.capital) ask_about_article(window, {features, 5});
    if (word.kind != 0) ask_about_kind(word, {features, 7});
    if (word.run_end > word.run_begin) {
        ask_about_run(article, sentence, at, {features, 6});
        ask_about_joined_runs(article, sentence, at, features);
    }
    features.push_back(1);  // what holds of every word
    assert(features.size() <= most_features);
}

}  // namespace indexer
