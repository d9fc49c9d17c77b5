// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_drafts.h"

#include "archive/base/fold.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace indexer {

namespace {

using archive::Alias;
using archive::AliasTable;

constexpr std::array<std::string_view, 62> leading_surnames{
    "ahn",  "an",    "bae",  "chen",   "cho",   "choe",  "choi", "chung", "deng",  "guo",   "han",
    "he",   "hoang", "hong", "hu",     "huang", "hwang", "im",   "jang",  "jeong", "jiang", "jo",
    "jung", "kang",  "kim",  "ko",     "kwon",  "le",    "lee",  "li",    "lim",   "lin",   "liu",
    "ma",   "mao",   "moon", "nguyen", "no",    "oh",    "pak",  "park",  "pham",  "rhee",  "ri",
    "roh",  "ryu",   "seo",  "shin",   "song",  "sun",   "tran", "tsai",  "wang",  "wu",    "xi",
    "xu",   "yang",  "yoo",  "yoon",   "yun",   "zhang", "zhao"};

/// Ranks that are held of a place, and are no titles of the name lists; sorted.
constexpr std::array<std::string_view, 17> ranks{
    "archduchess", "archduke", "baron",   "baroness", "count",   "countess",
    "duchess",     "duke",     "earl",    "emir",     "emperor", "empress",
    "marchioness", "marquess", "marquis", "sultan",   "viscount"};

/// The type that drafts of a row have.
NameType type_of_row(const Alias& alias) {
    if (!alias.type || alias.blocked) return NameType::other;
    switch (*alias.type) {
        case archive::EntityType::person: return NameType::person;
        case archive::EntityType::org: return NameType::org;
        case archive::EntityType::place: return NameType::place;
    }
    return NameType::other;
}

/// The first folded word of a token; in `room`, unless the token has it.
std::string_view first_word(const NameToken& token, std::string& room) {
    const bool itself = std::all_of(token.low.begin(), token.low.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
    if (itself) return token.low;
    room = archive::folded_words(token.text);
    return std::string_view(room).substr(0, room.find(' '));
}

bool joins_people(std::string_view low) {
    return low == "and" || low == "," || low == "&" || low == "or" || low == ";" || low == "/";
}

}  // namespace

bool KnownWords::listed(std::string_view low, std::uint32_t classes) const {
    if (lists_ == nullptr) return false;
    const auto name = NameLists::more_name(NameLists::begin_name(), word_hash(low));
    return (lists_->classes(name) & classes) != 0;
}

bool KnownWords::ordinary(std::string_view low) const {
    return lists_ != nullptr && lists_->ordinary(word_hash(low));
}
bool KnownWords::names_people(std::string_view low) const {
    return listed(low, list_first_name | list_any_name);
}
bool KnownWords::first_name(std::string_view low) const {
    return listed(low, list_first_name);
}
bool KnownWords::names_places(std::string_view low) const {
    return listed(low, list_country | list_capital | list_big_city | list_city | list_region);
}
bool KnownWords::title(std::string_view low) const {
    return listed(low, list_title) || low == "mr" || low == "mr." || low == "mrs" || low == "mrs."
           || low == "ms" || low == "ms." || low == "dr" || low == "dr." || low == "sir";
}

bool leading_surname(std::string_view low) {
    return std::binary_search(leading_surnames.begin(), leading_surnames.end(), low);
}

void NameDrafts::find(const NameText& text, std::span<const NameSpan> tagged,
                      std::string_view language) {
    text_ = &text;
    language_ = rows_ == KnownRows::places ? language : std::string_view();
    drafts_.clear();
    taken_.assign(text.tokens().size(), false);
    settle_cases();
    prepare(tagged);
    for (const auto& sentence : text.sentences()) find_known(sentence);
    for (const auto& span : spans_) add_tagged(span);
}

void NameDrafts::settle_cases() {
    constexpr std::uint32_t least_words = 3;
    headline_case_.assign(text_->sentences().size(), false);
    for (std::size_t i = 0; i < headline_case_.size(); ++i) {
        const auto& sentence = text_->sentences()[i];
        std::uint32_t words = 0;
        std::uint32_t capitals = 0;
        for (auto at = sentence.begin; at < sentence.end; ++at) {
            const auto& token = (*text_)[at];
            if (token.sign != Sign::none || (token.text.size() < 4 && !token.capital)) continue;
            ++words;
            capitals += token.capital ? 1U : 0U;
        }
        headline_case_[i] = words >= least_words && capitals * 10 >= words * 7;
    }
}

void NameDrafts::prepare(std::span<const NameSpan> tagged) {
    spans_.clear();
    span_at_.assign(text_->tokens().size(), 0);
    parts_of_people_.clear();
    for (const auto& span : tagged) {
        if (span.begin >= span.end || span.end > text_->tokens().size()) continue;
        if (span.type == NameType::person) {
            prepare_person(span);
        } else {
            add_prepared(span);
        }
    }
    std::sort(parts_of_people_.begin(), parts_of_people_.end());
}

/// Cuts "Kim and Putin" in two, and "Kim Warns" of a headline behind Kim.
void NameDrafts::prepare_person(NameSpan span) {
    const auto& text = *text_;
    const bool headline = headline_case(text[span.begin].sentence);
    std::uint32_t begin = span.begin;
    for (auto at = span.begin; at <= span.end; ++at) {
        const bool over = at == span.end;
        const auto low = over ? std::string_view() : text[at].low;
        const bool strange = !over && headline && at > begin && words_.ordinary(low)
                             && !leading_surname(low)
                             && (!words_.names_people(low) || known_begins(at + 1, span.end));
        if (!over && !joins_people(low) && !strange) continue;
        if (at > begin) add_prepared({begin, at, NameType::person});
        begin = at + 1;
        if (strange) break;
    }
}

/// Whether a name of the table begins at a word.
bool NameDrafts::known_begins(std::uint32_t at, std::uint32_t end) const {
    if (at >= end || !(*text_)[at].capital) return false;
    return known_.spelled((*text_)[at].text) != nullptr;
}

void NameDrafts::add_prepared(NameSpan span) {
    const auto& text = *text_;
    const auto needless = [&](std::uint32_t at) {
        return text[at].sign == Sign::possessive || text[at].low == "the";
    };
    while (span.begin < span.end && needless(span.begin)) ++span.begin;
    while (span.begin < span.end && needless(span.end - 1)) --span.end;
    if (span.type == NameType::person) {
        while (span.end > span.begin + 1 && !text[span.end - 1].capital) --span.end;
        where_rank_is_held(span);
    }
    if (span.type == NameType::person) {
        const auto no_name = [&](std::uint32_t at) {  // "Minister", "How"
            const auto low = text[at].low;
            const bool first = at == text.sentence_of(at).begin;
            const bool rank = text[at + 1].low == "of";  // "Duchess of Quarne" has no other name
            return (words_.title(low) || (first && words_.ordinary(low))) && !words_.first_name(low)
                   && !leading_surname(low) && !rank;
        };
        while (span.end > span.begin + 1 && no_name(span.begin)) ++span.begin;
        drop_strange_ends(span);
        if (span.end - span.begin > 1) {
            for (auto at = span.begin; at < span.end; ++at)
                parts_of_people_.push_back(text[at].low);
        }
    }
    if (span.begin >= span.end) return;
    spans_.push_back(span);
    for (auto at = span.begin; at < span.end; ++at)
        span_at_[at] = static_cast<std::uint32_t>(spans_.size());
}

/// "Bishop of Selmark", and "Quarne" behind "Duchess of": what stands behind is a place.
void NameDrafts::where_rank_is_held(NameSpan& span) const {
    const auto& text = *text_;
    const auto rank_of = [&](std::uint32_t of) {
        if (text[of].low != "of" || of == text.sentence_of(of).begin) return false;
        const auto low = text[of - 1].low;
        return words_.title(low) || std::binary_search(ranks.begin(), ranks.end(), low);
    };
    constexpr std::uint32_t title_and_of = 2;
    const bool office = span.end - span.begin > title_and_of && rank_of(span.begin + 1)
                        && words_.title(text[span.begin].low);
    if (office) span.begin += title_and_of;
    const bool behind = span.begin > text.sentence_of(span.begin).begin && rank_of(span.begin - 1);
    if (office || (behind && span.end - span.begin == 1)) span.type = NameType::place;
}

/// Spun text glues junk to names: "Pdwellnt Joe Biden". A word of no list goes where the table
/// knows the name without it.
void NameDrafts::drop_strange_ends(NameSpan& span) const {
    constexpr std::uint32_t fewest_tokens = 3;
    if (span.end - span.begin < fewest_tokens) return;
    const auto strange = [&](std::uint32_t at) {
        const auto low = (*text_)[at].low;
        return !words_.names_people(low) && !leading_surname(low);
    };
    const auto known_person = [&](std::uint32_t begin, std::uint32_t end) {
        const auto* const alias = known_.spelled(text_->between(begin, end));
        return alias != nullptr && alias->type == archive::EntityType::person;
    };
    if (known_person(span.begin, span.end)) return;
    if (strange(span.begin) && known_person(span.begin + 1, span.end))
        ++span.begin;
    else if (strange(span.end - 1) && known_person(span.begin, span.end - 1))
        --span.end;
}

void NameDrafts::find_known(const NameSentence& sentence) {
    for (auto at = sentence.begin; at < sentence.end; ++at) {
        if (taken_[at] || !(*text_)[at].capital) continue;
        if (!find_known_at(sentence, at)) find_after_the(sentence, at);
    }
}

/// Takes the longest name of the table that begins here.
bool NameDrafts::find_known_at(const NameSentence& sentence, std::uint32_t begin) {
    const auto& text = *text_;
    std::string room;
    const auto longest = known_.longest_from(first_word(text[begin], room));
    if (longest == 0) return false;
    constexpr std::uint32_t commas = 2;  // "Washington, D.C."
    auto end =
        static_cast<std::uint32_t>(std::min<std::size_t>(sentence.end, begin + longest + commas));
    for (; end > begin; --end) {
        const auto& last = text[end - 1];
        if (taken_[end - 1] || last.sign != Sign::none || !last.capital) continue;
        const auto* const alias = known_.spelled_in(language_, text.between(begin, end));
        if (alias == nullptr) continue;
        const bool wanted = rows_ == KnownRows::all
                            || (alias->type == archive::EntityType::place && !alias->demonym);
        if (!wanted) return false;
        if (part_of_longer(begin, end) || person_here(begin, end)) return false;
        add({begin, end, type_of_row(*alias), alias});
        return true;
    }
    return false;
}

/// Whether the tagger has a longer name here, of which this is no word of its own.
bool NameDrafts::part_of_longer(std::uint32_t begin, std::uint32_t end) const {
    const auto& text = *text_;
    const auto number = span_at_[begin];
    if (number == 0) return false;
    const auto& span = spans_[number - 1];
    if (span.begin >= begin && span.end <= end) return false;
    const bool hyphen = (begin > 0 && text[begin - 1].sign == Sign::dash)
                        || (end < text.tokens().size() && text[end].sign == Sign::dash);
    if (hyphen) return false;
    bool small_behind = span.begin == begin;
    bool comma = false;
    for (auto at = span.begin; at < span.end; ++at) {
        if (at >= end && text[at].capital) small_behind = false;
        comma = comma || text[at].sign == Sign::comma;
    }
    return !small_behind && !comma;
}

/// Whether the tagger has a person here who may well be called so, as the lists or a longer name in
/// the article say: Jordan of "Ann Jordan".
bool NameDrafts::person_here(std::uint32_t begin, std::uint32_t end) const {
    if (end - begin != 1 || span_at_[begin] == 0) return false;
    const auto& span = spans_[span_at_[begin] - 1];
    if (span.type != NameType::person) return false;
    const auto low = (*text_)[begin].low;
    const bool alone = span.begin == begin && span.end == end;
    return (alone && words_.names_people(low))
           || std::binary_search(parts_of_people_.begin(), parts_of_people_.end(), low);
}

void NameDrafts::find_after_the(const NameSentence& sentence, std::uint32_t token) {
    const auto& text = *text_;
    if (token == sentence.begin || text[token - 1].low != "the") return;
    if (token + 1 < sentence.end && text[token + 1].capital) return;
    const auto* const alias = known_.after_the(text[token].text);
    if (alias == nullptr || rows_ != KnownRows::all) return;
    NameDraft draft{token, token + 1, type_of_row(*alias), alias};
    draft.after_the = true;
    add(draft);
}

/// Puts back the third part of a name such as "Jo Yong Won", and the surname before "Jong Un".
void NameDrafts::complete_person(NameSpan& span) const {
    const auto& text = *text_;
    const auto& sentence = text.sentence_of(span.begin);
    if (span.end - span.begin != 2) return;
    const auto free = [&](std::uint32_t at) {
        return text[at].capital && !taken_[at] && span_at_[at] == 0 && text[at].sign == Sign::none;
    };
    const auto next = span.end;
    if (next < sentence.end && leading_surname(text[span.begin].low) && free(next)) {
        const bool short_part = text[next].text.size() <= 5
                                && (next + 1 >= sentence.end || !text[next + 1].capital)
                                && !headline_case(text[next].sentence);
        if (!words_.ordinary(text[next].low) || short_part) ++span.end;
        return;
    }
    if (span.begin > sentence.begin && free(span.begin - 1)
        && leading_surname(text[span.begin - 1].low) && !leading_surname(text[span.begin].low))
        --span.begin;
}

/// "(D-CT)", "R-Ohio,": what American papers put behind the names of members of Congress.
bool NameDrafts::party_and_state(const NameSpan& span) const {
    const auto word = (*text_)[span.begin].text;
    const bool form = word.size() >= 4 && word[1] == '-'
                      && (word[0] == 'D' || word[0] == 'R' || word[0] == 'I') && word[2] >= 'A'
                      && word[2] <= 'Z';
    if (!form || span.begin == 0) return false;
    const auto before = (*text_)[span.begin - 1].sign;
    return before == Sign::open_bracket || before == Sign::comma;
}

/// "J. B.": initials tell nobody who has no more of the name.
bool NameDrafts::initials_alone(const NameSpan& span) const {
    for (auto at = span.begin; at < span.end; ++at) {
        const auto word = (*text_)[at].text;
        const bool initial = word.size() == 1 || (word.size() == 2 && word[1] == '.');
        if (!initial || !(*text_)[at].capital) return false;
    }
    return true;
}

void NameDrafts::add_tagged(NameSpan span) {
    const auto& text = *text_;
    while (span.begin < span.end && taken_[span.begin]) ++span.begin;
    while (span.begin < span.end && taken_[span.end - 1]) --span.end;
    while (span.begin < span.end && text[span.end - 1].sign != Sign::none
           && text[span.end - 1].sign != Sign::close_bracket)
        --span.end;
    while (span.begin < span.end && text[span.begin].sign != Sign::none) ++span.begin;
    if (span.begin >= span.end || party_and_state(span)) return;
    if (span.type == NameType::person) {
        complete_person(span);
        if (initials_alone(span)) return;
    }
    bool capital = false;
    for (auto at = span.begin; at < span.end; ++at) {
        if (taken_[at]) return;
        capital = capital || text[at].capital;
    }
    if (!capital) return;
    add({span.begin, span.end, span.type});
}

void NameDrafts::add_own(const AliasTable& own) {
    const auto& text = *text_;
    std::string room;
    for (const auto& sentence : text.sentences()) {
        for (auto begin = sentence.begin; begin < sentence.end; ++begin) {
            if (taken_[begin] || !text[begin].capital) continue;
            const auto longest = own.longest_from(first_word(text[begin], room));
            auto end =
                static_cast<std::uint32_t>(std::min<std::size_t>(sentence.end, begin + longest));
            for (auto at = begin; at < end; ++at) {
                if (taken_[at]) end = at;
            }
            for (; end > begin; --end) {
                const auto* const alias = own.spelled(text.between(begin, end));
                if (alias == nullptr || alias->blocked) continue;
                add({begin, end, type_of_row(*alias), alias});
                break;
            }
        }
    }
}

void NameDrafts::add(NameDraft draft) {
    for (auto at = draft.begin; at < draft.end; ++at) taken_[at] = true;
    draft.folded = archive::folded_words(text_->between(draft.begin, draft.end));
    drafts_.push_back(std::move(draft));
}

void NameDrafts::sort() {
    std::sort(drafts_.begin(), drafts_.end(), [](const NameDraft& left, const NameDraft& right) {
        return left.begin < right.begin;
    });
}

}  // namespace indexer
