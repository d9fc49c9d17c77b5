// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_features.h"

#include <cassert>

namespace indexer {

namespace {

constexpr unsigned bit_of(About part) {
    return 1U << static_cast<unsigned>(part);
}
constexpr unsigned all_parts = ~0U;

/// Numbers the questions of a group in the order they are asked, and puts those that are about one
/// of the `wanted` parts. The parts are known when this is compiled, so that nothing is left of the
/// others.
template <unsigned wanted>
class Questions {
public:
    Questions(std::vector<Feature>& features, std::uint64_t group)
        : features_(features), question_(group << 32U) {}

    [[gnu::always_inline]] void ask(About part, std::uint64_t answer) {
        question_ += 0x9E3779B97F4A7C15U;
        if ((wanted & bit_of(part)) == 0) return;
        features_.push_back(static_cast<Feature>(scrambled(answer ^ question_) >> 32U));
    }
    [[gnu::always_inline]] void ask(About part, std::uint64_t left, std::uint64_t right) {
        ask(part, joined_hash(left, right));
    }
    [[gnu::always_inline]] void ask(About part, std::uint64_t left, std::uint64_t middle,
                                    std::uint64_t right) {
        ask(part, joined_hash(left, middle, right));
    }
    /// One feature a bit that is set.
    [[gnu::always_inline]] void ask_each(About part, std::uint32_t bits, std::uint64_t with) {
        question_ += 0x9E3779B97F4A7C15U;
        if ((wanted & bit_of(part)) == 0) return;
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

/// Whether the word may stand between two runs that tell of each other: "Bank of the North", "Port
/// Authority and Ferries", "Oslo, Bergen, Turku".
bool joins(const WordFacts& word) {
    return word.cue == NameCue::joint || word.cue == NameCue::possessive
           || word.cue == NameCue::comma;
}

/// What the run is joined with, which may be of the same name or of one type with it.
template <typename Questions>
void ask_about_joined_run(const WordFacts& own_last, const WordFacts& joint,
                          const WordFacts& other_last, Questions ask) {
    const auto by = joint.lower;
    ask.ask(About::rest, by, other_last.lower);
    ask.ask(About::rest, joined_hash(by, own_last.word_class.fine), other_last.word_class.fine);
    ask.ask(About::rest, by, other_last.lists);
    ask.ask(About::rest, joined_hash(by, own_last.lower), other_last.lists);
}

/// A hash of several numbers: of two rows of numbers that differ in one the hashes differ.
class Key {
public:
    explicit Key(About part) : hash_(scrambled(static_cast<std::uint64_t>(part) + 1)) {}

    Key& with(std::uint64_t number) {
        hash_ = (hash_ ^ number) * 0xD6E8FEB86659FD93U;
        hash_ ^= hash_ >> 32U;
        return *this;
    }
    /// Its word class too.
    Key& with_class(std::uint64_t number, const WordFacts& word) {
        return with(number).with(word.word_class.fine
                                 + (std::uint64_t{word.word_class.coarse} << 16U));
    }
    operator std::uint64_t() const { return hash_; }  // NOLINT: it is one

private:
    std::uint64_t hash_;
};

}  // namespace

AskedWord::AskedWord(const ArticleWords& article, const SentenceFacts& sentence, std::uint32_t at)
    : words_(article.words()),
      sentence_(sentence),
      at_(at),
      before_last_(neighbour(2, 0)),
      last_(neighbour(1, 0)),
      word_(words_[at]),
      next_(neighbour(0, 1)),
      after_next_(neighbour(0, 2)),
      manner_(2 * static_cast<std::uint64_t>(sentence.casing) + (at == sentence.begin ? 1U : 0U)) {}

const WordFacts& AskedWord::neighbour(std::uint32_t before, std::uint32_t behind) const {
    if (at_ < sentence_.begin + before || at_ + behind >= sentence_.end) return edge();
    return words_[at_ - before + behind];
}

std::uint64_t AskedWord::capitals() const {
    return (word_.ordinary ? 1U : 0U) + (word_.capital ? 2U : 0U) + (word_.all_capitals ? 4U : 0U);
}

template <typename Questions>
void AskedWord::ask_about_words(Questions ask) const {
    ask.ask(About::own, word_.word);
    ask.ask(About::own, word_.lower);
    ask.ask(About::last, last_.lower);
    ask.ask(About::next, next_.lower);
    ask.ask(About::rest, before_last_.lower);
    ask.ask(About::rest, after_next_.lower);
    ask.ask(About::last_and_own, last_.lower, word_.lower);
    ask.ask(About::own_and_next, word_.lower, next_.lower);
    ask.ask(About::rest, last_.lower, next_.lower);
    ask.ask(About::rest, next_.lower, after_next_.lower);
    ask.ask(About::rest, before_last_.lower, last_.lower);
    ask.ask(About::last_and_own, last_.lower, word_.outline);
    ask.ask(About::own_and_next, next_.lower, word_.outline);
    ask.ask(About::rest, last_.lower, word_.outline, next_.lower);
}

template <typename Questions>
void AskedWord::ask_about_shapes(Questions ask) const {
    ask.ask(About::own, word_.shape);
    ask.ask(About::last, last_.shape);
    ask.ask(About::next, next_.shape);
    ask.ask(About::outlines, last_.outline, word_.outline);
    ask.ask(About::outlines, word_.outline, next_.outline);
    ask.ask(About::outlines, last_.outline, word_.outline, next_.outline);
    ask.ask(About::outlines, before_last_.outline, last_.outline, word_.outline);
    ask.ask(About::outlines, word_.outline, next_.outline, after_next_.outline);
    for (std::size_t bytes = 0; bytes < 4; ++bytes) {
        ask.ask(About::own, word_.beginning[bytes]);
        ask.ask(About::own, word_.ending[bytes]);
    }
    ask.ask(About::last, last_.ending[2]);
    ask.ask(About::next, next_.ending[2]);
    ask.ask(About::own, word_.ending[2], word_.outline);
    ask.ask(About::outlines, word_.outline, manner_);
    ask.ask(About::outlines, capitals(), manner_);
}

template <typename Questions>
void AskedWord::ask_about_lists(Questions ask) const {
    const auto placed = joined_hash(word_.lists, word_.list_places);
    ask.ask(About::lists, placed);
    ask.ask(About::lists, placed, word_.outline);
    ask.ask(About::lists, last_.lists, word_.lists);
    ask.ask(About::lists, word_.lists, next_.lists);
    ask.ask(About::lists, last_.lists, word_.lists, next_.lists);
    ask.ask(About::lists, last_.lists);
    ask.ask(About::lists, next_.lists);
    ask.ask(About::lists, word_.lists, word_.ordinary ? 1U : 0U, manner_);
    ask.ask(About::last_and_own, last_.lower, word_.lists);
    ask.ask(About::own_and_next, next_.lower, word_.lists);
    ask.ask_each(About::lists, word_.lists, manner_ >> 1U);
}

template <typename Questions>
void AskedWord::ask_about_classes(Questions ask) const {
    const auto& before_last = before_last_.word_class;
    const auto& last = last_.word_class;
    const auto& word = word_.word_class;
    const auto& next = next_.word_class;
    ask.ask(About::own, word.fine);
    ask.ask(About::last, last.fine);
    ask.ask(About::next, next.fine);
    ask.ask(About::last_and_own, last.fine, word.fine);
    ask.ask(About::own_and_next, word.fine, next.fine);
    ask.ask(About::own, word.coarse);
    ask.ask(About::rest, last.coarse, word.coarse, next.coarse);
    ask.ask(About::rest, before_last.coarse, last.coarse, word_.outline);
    ask.ask(About::rest, word_.outline, next.coarse, after_next_.word_class.coarse);
    ask.ask(About::last_and_own, last.fine, word_.outline);
    ask.ask(About::own_and_next, next.fine, word_.outline);
    ask.ask(About::lists, static_cast<std::uint64_t>(word.usual), manner_, word_.lists);
}

template <typename Questions>
void AskedWord::ask_about_article(Questions ask) const {
    const std::uint64_t written = word_.sighted & (seen_small | seen_mid_sentence);
    ask.ask(About::article, written, manner_);
    ask.ask(About::article, written,
            word_.lists & (list_first_name | list_country | list_big_city | list_demonym));
    ask.ask_each(About::article, word_.sighted & ~(seen_small | seen_mid_sentence), 0);
    ask.ask(About::article, word_.sighted);
    ask.ask(About::article, word_.sighted, word_.outline);
    ask.ask(About::article, word_.sighted, word_.lists);
}

/// What the article says it is.
template <typename Questions>
void AskedWord::ask_about_kind(Questions ask) const {
    ask.ask(About::rest, word_.kind);
    ask.ask(About::rest, word_.kind_class.fine);
    ask.ask(About::rest, word_.kind_class.coarse, word_.outline, word_.lists);
}

template <typename Questions>
void AskedWord::ask_about_run(Questions ask) const {
    const auto casing = static_cast<std::uint64_t>(sentence_.casing);
    const auto& first = words_[word_.run_begin];
    const auto& last = words_[word_.run_end - 1];
    const bool is_before = word_.run_begin > sentence_.begin;
    const bool is_behind = word_.run_end < sentence_.end;
    const auto before = is_before ? words_[word_.run_begin - 1].lower : 5U;
    const auto behind = is_behind ? words_[word_.run_end].lower : 6U;
    const std::uint64_t back = at_ - word_.run_begin;
    const std::uint64_t ahead = word_.run_end - 1 - at_;
    ask.ask(About::rest, back, ahead, casing);
    ask.ask(About::run, last.lower, ahead == 0 ? 1U : 0U);
    ask.ask(About::run, first.lower, back == 0 ? 1U : 0U);
    ask.ask(About::rest, word_.run_lists, word_.lists);
    ask.ask(About::rest, before, casing);
    ask.ask(About::rest, behind, casing);
    ask.ask(About::rest, before, behind, back + ahead);
    ask.ask(About::run, last.word_class.fine, ahead == 0 ? 1U : 0U);
    ask.ask(About::run, first.word_class.fine, back == 0 ? 1U : 0U);
    ask.ask(About::run, last.lists, ahead == 0 ? 1U : 0U);
    ask.ask(About::run, last.word_class.fine, first.word_class.fine);
}

template <unsigned wanted>
void AskedWord::ask_about_joined_runs(std::vector<Feature>& features) const {
    const auto& last = words_[word_.run_end - 1];
    const auto in_run = [&](std::uint32_t place) {
        return words_[place].run_end > words_[place].run_begin;
    };
    const auto joint_behind = word_.run_end;
    if (joint_behind < sentence_.end && joins(words_[joint_behind])) {
        auto next = joint_behind + 1;
        if (next < sentence_.end && words_[next].cue == NameCue::the) ++next;
        if (next < sentence_.end && in_run(next)) {
            ask_about_joined_run(last, words_[joint_behind], words_[words_[next].run_end - 1],
                                 Questions<wanted>(features, 8));
        }
    }
    auto begin = word_.run_begin;
    if (begin > sentence_.begin && words_[begin - 1].cue == NameCue::the) --begin;
    if (begin > sentence_.begin + 1 && joins(words_[begin - 1]) && in_run(begin - 2)) {
        ask_about_joined_run(last, words_[begin - 1], words_[begin - 2],
                             Questions<wanted>(features, 9));
    }
}

template <unsigned wanted>
void AskedWord::ask_for(std::vector<Feature>& features) const {
    using Asked = Questions<wanted>;
    ask_about_words(Asked(features, 1));
    ask_about_shapes(Asked(features, 2));
    ask_about_lists(Asked(features, 3));
    ask_about_classes(Asked(features, 4));
    if (word_.capital) ask_about_article(Asked(features, 5));
    if (word_.kind != 0) ask_about_kind(Asked(features, 7));
    if (in_run()) {
        ask_about_run(Asked(features, 6));
        if ((wanted & bit_of(About::rest)) != 0) ask_about_joined_runs<wanted>(features);
    }
    if ((wanted & bit_of(About::own)) != 0) features.push_back(1);  // what holds of every word
}

void AskedWord::ask(std::vector<Feature>& features) const {
    ask_for<all_parts>(features);
}

void AskedWord::ask(About part, std::vector<Feature>& features) const {
    switch (part) {
        case About::own: return ask_for<bit_of(About::own)>(features);
        case About::last: return ask_for<bit_of(About::last)>(features);
        case About::next: return ask_for<bit_of(About::next)>(features);
        case About::last_and_own: return ask_for<bit_of(About::last_and_own)>(features);
        case About::own_and_next: return ask_for<bit_of(About::own_and_next)>(features);
        case About::outlines: return ask_for<bit_of(About::outlines)>(features);
        case About::lists: return ask_for<bit_of(About::lists)>(features);
        case About::article: return ask_for<bit_of(About::article)>(features);
        case About::run: return ask_for<bit_of(About::run)>(features);
        case About::rest: return ask_for<bit_of(About::rest)>(features);
    }
}

AskedWord::Keys AskedWord::keys() const {
    const auto in_lists = [&] {
        static_assert(3 * list_classes + 4 + 1 + 3 + 2 <= 64);
        std::uint64_t all = last_.lists;
        all = all << list_classes | word_.lists;
        all = all << list_classes | next_.lists;
        all = all << 4U | word_.list_places;
        all = all << 1U | (word_.ordinary ? 1U : 0U);
        all = all << 3U | manner_;
        return all << 2U | static_cast<std::uint64_t>(word_.word_class.usual);
    };
    const std::uint64_t listed_outline = word_.outline ^ word_.lists;
    Keys keys{};
    const auto key = [&](About part) -> std::uint64_t& {
        return keys[static_cast<std::size_t>(part)];
    };
    key(About::own) = Key(About::own).with_class(word_.word, word_);
    // The shape tells the edge of a sentence from a word that is written as its hash is made.
    key(About::last) = Key(About::last).with_class(last_.word, last_).with(last_.shape);
    key(About::next) = Key(About::next).with_class(next_.word, next_).with(next_.shape);
    key(About::last_and_own) = Key(About::last_and_own)
                                   .with_class(last_.lower, last_)
                                   .with_class(word_.lower, word_)
                                   .with(listed_outline);
    key(About::own_and_next) = Key(About::own_and_next)
                                   .with_class(word_.lower, word_)
                                   .with_class(next_.lower, next_)
                                   .with(listed_outline);
    key(About::outlines) = Key(About::outlines)
                               .with(before_last_.outline)
                               .with(last_.outline)
                               .with(word_.outline)
                               .with(next_.outline)
                               .with(after_next_.outline)
                               .with(capitals() << 3U | manner_);
    key(About::lists) = Key(About::lists).with(in_lists()).with(word_.outline);
    if (word_.capital) {
        key(About::article) =
            Key(About::article)
                .with((std::uint64_t{word_.sighted} << 3U | manner_) << 32U | word_.lists)
                .with(word_.outline);
    }
    if (in_run()) {
        const auto& first = words_[word_.run_begin];
        const auto& last = words_[word_.run_end - 1];
        const std::uint64_t ends =
            (at_ == word_.run_begin ? 1U : 0U) + (at_ + 1 == word_.run_end ? 2U : 0U);
        key(About::run) = Key(About::run)
                              .with_class(first.lower, first)
                              .with_class(last.lower, last)
                              .with(ends << 32U | last.lists);
    }
    return keys;
}

void features_of(const ArticleWords& article, const SentenceFacts& sentence, std::uint32_t at,
                 std::vector<Feature>& features) {
    features.clear();
    AskedWord(article, sentence, at).ask(features);
    assert(features.size() <= most_features);
}

}  // namespace indexer
