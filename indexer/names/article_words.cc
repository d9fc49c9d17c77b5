// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/article_words.h"

#include <algorithm>

namespace indexer {

namespace {

/// Up to four bytes as a number that tells their count too.
std::uint32_t packed(std::string_view bytes) {
    std::uint32_t number = 0;
    for (const char c : bytes) number = number << 8U | static_cast<unsigned char>(c);
    return number ^ static_cast<std::uint32_t>(bytes.size() << 29U);
}

bool in_run(const WordFacts& word) {
    return word.capital && !word.punctuation;
}

}  // namespace

void ArticleWords::begin_remembering(std::uint64_t edition) {
    if (edition == edition_) return;
    edition_ = edition;
    remembered_.assign(edition == 0 ? 0 : std::size_t{1} << remembered_bits, {});
}

void ArticleWords::look_at(const Sentences& article, const NameLists& lists,
                           const WordClasses& classes, std::uint64_t edition) {
    begin_remembering(edition);
    words_.assign(article.words.size(), {});
    sentences_.clear();
    sighted_.reset(article.words.size() / 2);
    std::uint32_t begin = 0;
    for (const auto end : article.ends) {
        SentenceFacts sentence{begin, end, Casing::usual};
        for (auto at = begin; at < end; ++at) {
            auto& word = words_[at];
            word.word = word_hash(article.words[at]);
            if (const auto* const known = remembered(word.word);
                known != nullptr && known->word == word.word) {
                word = *known;
                continue;
            }
            look_at_word(article.words[at], word);
            lists.will_need(word.lower);
            classes.will_need(word.word);
            new_words_.push_back(at);
        }
        look_up(lists, classes);
        settle_casing(sentence);
        settle_classes(sentence, classes);
        find_listed(sentence, lists);
        find_runs(sentence);
        choose_weighed(sentence);
        sight(sentence);
        find_kinds(sentence);
        sentences_.push_back(sentence);
        begin = end;
    }
    spread_sightings();
}

/// How a word looks.
void ArticleWords::look_at_word(std::string_view text, WordFacts& word) {
    indexer::look_at(text, form_);
    word.lower = word_hash(form_.lower);
    word.shape = word_hash(form_.shape);
    word.outline = word_hash(form_.outline);
    const std::string_view lower = form_.lower;
    for (std::size_t bytes = 1; bytes <= std::min<std::size_t>(4, lower.size()); ++bytes) {
        word.beginning[bytes - 1] = packed(lower.substr(0, bytes));
        word.ending[bytes - 1] = packed(lower.substr(lower.size() - bytes));
    }
    word.capital = form_.capital;
    word.has_capital = form_.has_capital;
    word.all_capitals = form_.all_capitals;
    word.number = form_.number;
    word.punctuation = form_.punctuation;
    if (lower.size() <= longest_cue) word.cue = cue_of(word.lower);
}

/// What the lists and classes have of new words. All of them were asked for before.
void ArticleWords::look_up(const NameLists& lists, const WordClasses& classes) {
    for (const auto at : new_words_) {
        auto& word = words_[at];
        word.ordinary = lists.ordinary(word.lower);
        word.listed_alone = lists.found(NameLists::more_name(NameLists::begin_name(), word.lower));
        word.word_class = classes.as_written(word.word);
        if (auto* const place = remembered(word.word)) *place = word;
    }
    new_words_.clear();
}

void ArticleWords::settle_casing(SentenceFacts& sentence) {
    std::size_t counted = 0;
    std::size_t capitals = 0;
    std::size_t all_capitals = 0;
    std::size_t small = 0;  // of more than three letters: titles leave "of", "the" small
    for (auto at = sentence.begin; at < sentence.end; ++at) {
        const auto& word = words_[at];
        if (word.punctuation || word.number) continue;
        ++counted;
        all_capitals += word.all_capitals ? 1U : 0U;
        if (word.capital) {
            ++capitals;
        } else if (word.ending[3] != 0) {
            ++small;
        }
    }
    if (counted >= 3 && all_capitals * 10 >= counted * 7) {
        sentence.casing = Casing::capitals;
    } else if ((counted >= 4 && small == 0 && capitals >= 3)
               || (counted >= 6 && capitals * 10 >= counted * 7)) {
        sentence.casing = Casing::title;
    }
}

/// Where a capital says nothing, the usual form of the word stands in for one that is not known.
void ArticleWords::settle_classes(const SentenceFacts& sentence, const WordClasses& classes) {
    for (auto at = sentence.begin; at < sentence.end; ++at) {
        auto& word = words_[at];
        const bool known = word.word_class.fine != 0 && sentence.casing != Casing::capitals;
        if (known) continue;
        const auto usual = classes.usual(word.lower);
        if (usual.fine == 0) continue;
        const bool capital_says_nothing = sentence.casing != Casing::usual || at == sentence.begin;
        if (capital_says_nothing) {
            word.word_class = usual;
        } else {
            word.word_class.usual = usual.usual;
        }
    }
}

void ArticleWords::find_listed(const SentenceFacts& sentence, const NameLists& lists) {
    for (auto begin = sentence.begin; begin < sentence.end; ++begin) {
        if (!words_[begin].capital && !words_[begin].number) {
            words_[begin].lists |= words_[begin].listed_alone & (list_title | list_company_end);
            continue;
        }
        const auto last = std::min(sentence.end - begin, std::uint32_t{NameLists::longest_name});
        std::uint64_t name = NameLists::begin_name();
        for (std::uint32_t length = 1; length <= last; ++length) {
            name = NameLists::more_name(name, words_[begin + length - 1].lower);
            const auto bits = length == 1 ? words_[begin].listed_alone : lists.found(name);
            if (const auto found = bits & ~NameLists::goes_on_bit) {
                for (std::uint32_t at = 0; at < length; ++at) {
                    auto& word = words_[begin + at];
                    word.lists |= found;
                    const unsigned place = length == 1        ? 8U
                                           : at == 0          ? 1U
                                           : at == length - 1 ? 4U
                                                              : 2U;
                    word.list_places = static_cast<std::uint8_t>(word.list_places | place);
                }
            }
            if ((bits & NameLists::goes_on_bit) == 0) break;
        }
    }
}

void ArticleWords::find_runs(const SentenceFacts& sentence) {
    for (auto begin = sentence.begin; begin < sentence.end;) {
        if (!in_run(words_[begin])) {
            words_[begin].run_begin = words_[begin].run_end = begin;
            ++begin;
            continue;
        }
        auto end = begin;
        std::uint32_t lists = 0;
        while (end < sentence.end && in_run(words_[end])) lists |= words_[end++].lists;
        for (auto at = begin; at < end; ++at) {
            words_[at].run_begin = begin;
            words_[at].run_end = end;
            words_[at].run_lists = lists;
        }
        begin = end;
    }
}

/// In sentences of the usual casing only words with capitals and their neighbours are weighed: all
/// but one in a thousand words of names are among them, and four in ten words of an article.
void ArticleWords::choose_weighed(const SentenceFacts& sentence) {
    for (auto at = sentence.begin; at < sentence.end; ++at) {
        words_[at].weighed = sentence.casing != Casing::usual || words_[at].has_capital
                             || (at > sentence.begin && words_[at - 1].has_capital)
                             || (at + 1 < sentence.end && words_[at + 1].has_capital);
    }
}

void ArticleWords::sight(const SentenceFacts& sentence) {
    for (auto at = sentence.begin; at < sentence.end; ++at) {
        const auto& word = words_[at];
        if (word.punctuation) continue;
        if (!word.capital) {
            sighted_[word.lower].bits |= seen_small;
            continue;
        }
        if (sentence.casing != Casing::usual) continue;
        std::uint32_t seen = 0;
        if (at > sentence.begin
            && !(at == sentence.begin + 1 && words_[sentence.begin].punctuation)) {
            seen |= seen_mid_sentence;
        }
        if (at > sentence.begin && (words_[at - 1].lists & list_title) != 0)
            seen |= seen_after_title;
        if (word.run_end < sentence.end) {
            const auto cue = words_[word.run_end].cue;
            if (cue == NameCue::speech) seen |= seen_before_speech;
            if (cue == NameCue::possessive) seen |= seen_possessive;
            if (cue == NameCue::open_bracket && word.run_end + 2 < sentence.end
                && words_[word.run_end + 2].cue == NameCue::close_bracket) {
                seen |= seen_before_bracket;
            }
        }
        if (word.run_begin > sentence.begin && words_[word.run_begin - 1].cue == NameCue::place)
            seen |= seen_after_place_word;
        if (word.run_end - word.run_begin > 1) {
            seen |= seen_in_run;
            if ((words_[word.run_begin].lists & list_first_name) != 0) seen |= seen_in_person;
            if ((word.run_lists & (list_company_end | list_org_head)) != 0) seen |= seen_in_org;
        }
        sighted_[word.lower].bits |= seen;
    }
}

/// Where a bracket that opens there, and closes soon, has closed.
std::uint32_t ArticleWords::behind_bracket(const SentenceFacts& sentence, std::uint32_t at) const {
    constexpr std::uint32_t longest_bracket = 25;  // words
    const auto last = std::min(sentence.end, at + longest_bracket);
    while (at < last && words_[at].cue != NameCue::close_bracket) ++at;
    return at + 1;
}

/// Where the word stands that says what the run before it is: "village" of "Harwick (412 people) is
/// a fishing village in the north"; 0 when none does.
std::uint32_t ArticleWords::kind_behind(const SentenceFacts& sentence,
                                        std::uint32_t run_end) const {
    constexpr std::uint32_t farthest = 9;  // words behind "is"
    auto at = run_end;
    if (cue(sentence, at) == NameCue::open_bracket) at = behind_bracket(sentence, at);
    if (cue(sentence, at) != NameCue::is && cue(sentence, at) != NameCue::comma) return 0;
    const auto article = cue(sentence, at + 1);
    if (article != NameCue::a && article != NameCue::the) return 0;
    at += 2;
    // "one of the villages"
    if (cue(sentence, at) == NameCue::joint && cue(sentence, at + 1) == NameCue::the) at += 2;
    std::uint32_t kind = 0;
    for (const auto last = std::min(sentence.end, at + farthest); at < last; ++at) {
        const auto& word = words_[at];
        if (word.punctuation || word.cue != NameCue::none) break;
        if (!word.has_capital && !word.number) kind = at;
    }
    return kind;
}

/// What the sentence says its names are. Letters in brackets are what the name before them ends
/// with: "Northport Port Authority (NPA)" is an authority. Who says it first counts.
void ArticleWords::find_kinds(const SentenceFacts& sentence) {
    if (sentence.casing != Casing::usual) return;
    for (auto begin = sentence.begin; begin < sentence.end; ++begin) {
        const auto end = words_[begin].run_end;
        if (end == begin) continue;
        if (cue(sentence, end) == NameCue::open_bracket
            && cue(sentence, end + 2) == NameCue::close_bracket && words_[end + 1].all_capitals) {
            auto& short_form = sighted_[words_[end + 1].lower];
            if (short_form.kind == 0) short_form.kind = end;
        }
        if (const auto kind = kind_behind(sentence, end); kind != 0) {
            for (auto at = begin; at < end; ++at) {
                auto& named = sighted_[words_[at].lower];
                if (named.kind == 0) named.kind = kind + 1;
            }
        }
        begin = end - 1;
    }
}

/// Gives every capitalised word what the article says of it anywhere.
void ArticleWords::spread_sightings() {
    std::uint32_t groups = 0;
    for (auto& word : words_) {
        if (!word.capital) continue;
        auto& sighted = sighted_[word.lower];
        if (sighted.group == 0) sighted.group = ++groups;
        word.sighted = sighted.bits;
        if (word.weighed) word.group = sighted.group;
        if (sighted.kind != 0) {
            word.kind = words_[sighted.kind - 1].lower;
            word.kind_class = words_[sighted.kind - 1].word_class;
        }
    }
}

}  // namespace indexer
