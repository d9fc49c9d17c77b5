// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/article_words.h"

#include <algorithm>

namespace indexer {

namespace {

/// Words that say what the run of capitals beside them is.
enum Cue : std::uint8_t {
    no_cue,
    speech,      ///< behind people
    place_word,  ///< before places
    possessive,
    open_bracket,
    close_bracket,
};

struct CueWord {
    std::string_view lower;
    Cue cue;
};

constexpr std::array<CueWord, 14> cue_words{{
    {"said", speech},
    {"says", speech},
    {"told", speech},
    {"added", speech},
    {"who", speech},
    {"has", speech},
    {"in", place_word},
    {"at", place_word},
    {"near", place_word},
    {"from", place_word},
    {"'s", possessive},
    {"(", open_bracket},
    {")", close_bracket},
    {"'", possessive},
}};

const HashTable<std::uint8_t>& cue_table() {
    static const auto table = [] {
        HashTable<std::uint8_t> cues;
        for (const auto& row : cue_words) cues[word_hash(row.lower)] = row.cue;
        return cues;
    }();
    return table;
}

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

void ArticleWords::look_at(const Sentences& article, const NameLists& lists,
                           const WordClasses& classes) {
    words_.assign(article.words.size(), {});
    sentences_.clear();
    sighted_.reset(article.words.size() / 2);
    std::uint32_t begin = 0;
    for (const auto end : article.ends) {
        SentenceFacts sentence{begin, end, Casing::usual};
        for (auto at = begin; at < end; ++at) {
            look_at_word(article.words[at], words_[at]);
            lists.will_need(words_[at].lower);
            classes.will_need(words_[at].word);
        }
        look_up(sentence, lists, classes);
        settle_casing(sentence);
        settle_classes(sentence, classes);
        find_listed(sentence, lists);
        find_runs(sentence);
        choose_weighed(sentence);
        sight(sentence);
        sentences_.push_back(sentence);
        begin = end;
    }
    for (auto& word : words_) {
        if (!word.capital) continue;
        if (const auto* const found = sighted_.find(word.lower)) word.sighted = *found;
    }
}

/// How a word looks.
void ArticleWords::look_at_word(std::string_view text, WordFacts& word) {
    indexer::look_at(text, form_);
    word.word = word_hash(text);
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
    if (lower.size() <= 5) {
        if (const auto* const cue = cue_table().find(word.lower)) word.cue = *cue;
    }
}

/// What the lists and classes have of words. The whole sentence was asked for before.
void ArticleWords::look_up(const SentenceFacts& sentence, const NameLists& lists,
                           const WordClasses& classes) {
    for (auto at = sentence.begin; at < sentence.end; ++at) {
        auto& word = words_[at];
        word.ordinary = lists.ordinary(word.lower);
        word.word_class = classes.as_written(word.word);
    }
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
            const auto name = NameLists::more_name(NameLists::begin_name(), words_[begin].lower);
            words_[begin].lists |= lists.classes(name) & (list_title | list_company_end);
            continue;
        }
        const auto last = std::min(sentence.end - begin, std::uint32_t{NameLists::longest_name});
        std::uint64_t name = NameLists::begin_name();
        for (std::uint32_t length = 1; length <= last; ++length) {
            name = NameLists::more_name(name, words_[begin + length - 1].lower);
            if (const auto found = lists.classes(name)) {
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
            if (!lists.goes_on(name)) break;
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
            sighted_[word.lower] |= seen_small;
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
            if (cue == speech) seen |= seen_before_speech;
            if (cue == possessive) seen |= seen_possessive;
            if (cue == open_bracket && word.run_end + 2 < sentence.end
                && words_[word.run_end + 2].cue == close_bracket) {
                seen |= seen_before_bracket;
            }
        }
        if (word.run_begin > sentence.begin && words_[word.run_begin - 1].cue == place_word)
            seen |= seen_after_place_word;
        if (word.run_end - word.run_begin > 1) {
            seen |= seen_in_run;
            if ((words_[word.run_begin].lists & list_first_name) != 0) seen |= seen_in_person;
            if ((word.run_lists & (list_company_end | list_org_head)) != 0) seen |= seen_in_org;
        }
        sighted_[word.lower] |= seen;
    }
}

}  // namespace indexer
