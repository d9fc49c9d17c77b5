// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/terms.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "archive/index/figures.h"
#include "archive/index/normaliser.h"
#include "archive/index/word_breaks.h"
#include "archive/index/word_letters.h"

#include <algorithm>
#include <cstddef>

namespace archive {

namespace {

class Cutter {
public:
    Cutter(std::string_view text, WordSink sink) : text_(text), sink_(sink) {}

    void run() {
        while (at_ < text_.size()) {
            if (folded_byte(text_[at_]) != 0) {
                cut_chain();
            } else if (static_cast<unsigned char>(text_[at_]) < 0x80) {
                ++at_;
            } else {
                const auto character = character_at(text_, at_);
                switch (character.role) {
                    case Role::letter:
                    case Role::digit: cut_chain(); break;
                    case Role::ideograph: cut_ideographs(); break;
                    case Role::run_on: cut_run_on(); break;
                    case Role::separator:
                    case Role::mark:
                    case Role::ignorable:
                    case Role::apostrophe:
                    case Role::hyphen: at_ += character.bytes; break;
                }
            }
        }
    }

private:
    struct Place {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    // looking ahead

    bool at_word(std::size_t at) const {
        if (at >= text_.size()) return false;
        if (static_cast<unsigned char>(text_[at]) < 0x80) return folded_byte(text_[at]) != 0;
        const auto role = character_at(text_, at).role;
        return role == Role::letter || role == Role::digit;
    }

    /// Whether a word that reaches to `at` would go on there.
    bool goes_on(std::size_t at) const {
        if (at >= text_.size()) return false;
        if (static_cast<unsigned char>(text_[at]) < 0x80) return folded_byte(text_[at]) != 0;
        const auto role = character_at(text_, at).role;
        return role == Role::letter || role == Role::digit || role == Role::mark
               || role == Role::ignorable;
    }

    /// The bytes of a hyphen that joins the word before it with one after it; else 0.
    std::size_t joining_hyphen() const {
        if (at_ >= text_.size()) return 0;
        if (static_cast<unsigned char>(text_[at_]) < 0x80)
            return text_[at_] == '-' && at_word(at_ + 1) ? 1U : 0U;
        const auto character = character_at(text_, at_);
        return character.role == Role::hyphen && at_word(at_ + character.bytes) ? character.bytes
                                                                                : 0;
    }

    // words

    /// Words joined by hyphens or elision, and over them their joined form.
    void cut_chain() {
        constexpr std::size_t most_parts = 4;
        const std::size_t begin = at_;
        const std::uint32_t first = position_;
        std::size_t parts = 0;
        bool linked = false;
        for (;;) {
            read_word();
            emit(word_.text(), place_, position_++, 1, in_capitals());
            if (parts == 0) {
                joined_ = word_;
            } else {
                joined_.append(word_.text());
            }
            ++parts;
            parts += cut_spaced_groups();
            if (elision_ != 0) {
                at_ += elision_;
            } else {
                const std::size_t hyphen = joining_hyphen();
                if (hyphen == 0) break;
                at_ += hyphen;
            }
            linked = true;
        }
        if (linked && parts <= most_parts && !joined_.was_cut())
            emit(joined_.text(), {begin, place_.end}, first, parts, false);
    }

    /// After "10" the groups of "10 000 men": words, and "10000" over them. Returns their number.
    std::size_t cut_spaced_groups() {
        const bool may_begin =
            word_.size() <= 3 && at_ < text_.size() && text_[at_] == ' '
            && is_ascii_digit(word_.text()[0]) && word_.text()[0] != '0'
            && place_.end - place_.begin == word_.size()
            && std::all_of(word_.text().begin(), word_.text().end(), is_ascii_digit);
        if (!may_begin) return 0;
        const std::size_t groups = spaced_groups(text_, at_);
        if (groups == 0 || goes_on(at_ + 4 * groups)) return 0;
        const std::size_t begin = place_.begin;
        Letters whole = word_;
        for (std::size_t i = 0; i < groups; ++i) {
            place_ = {at_ + 1, at_ + 4};
            const auto group = text_.substr(place_.begin, 3);
            emit(group, place_, position_++, 1, false);
            whole.append(group);
            joined_.append(group);
            at_ = place_.end;
        }
        emit(whole.text(), {begin, place_.end}, position_ - static_cast<std::uint32_t>(groups) - 1,
             groups + 1, false);
        return groups;
    }

    /// Reads one word at `at_` and moves behind it, over a possessive too.
    void read_word() {
        word_.clear();
        place_ = {at_, at_};
        letters_ = capitals_ = 0;
        elision_ = 0;
        dotted_ = composes_ = false;
        sheds_marks_ = true;
        if (is_ascii_digit(text_[at_])) {
            const auto figure = figure_at(text_, at_);
            word_.append(figure.text());
            at_ = place_.end = figure.end;
        }
        do take_ascii();
        while (at_ < text_.size() && passes_other());
        if (composes_) compose();
    }

    void take_ascii() {
        const std::size_t begin = at_;
        while (at_ < text_.size()) {
            const char byte = text_[at_];
            const char folded = folded_byte(byte);
            if (folded == 0) break;
            word_.append(folded);
            letters_ += folded >= 'a' ? 1U : 0U;
            capitals_ += folded != byte ? 1U : 0U;
            ++at_;
        }
        if (at_ == begin) return;
        place_.end = at_;
        sheds_marks_ = true;
    }

    /// Moves over what is no ASCII letter or digit but belongs to the word; false at its end.
    bool passes_other() {
        switch (text_[at_]) {
            case '\'':
            case '`': return passes_apostrophe(1);
            case '.': return passes_dots();
            case '&': return passes_ampersand();
            case '+':
            case '#': return passes_sign();
            default: break;
        }
        if (static_cast<unsigned char>(text_[at_]) < 0x80) return false;
        const auto character = character_at(text_, at_);
        switch (character.role) {
            case Role::letter:
            case Role::digit: take(character); return true;
            case Role::mark:
                if (!sheds_marks_) {
                    word_.append(character.folded);
                    composes_ = true;
                }
                at_ = place_.end = at_ + character.bytes;
                return true;
            case Role::ignorable: at_ += character.bytes; return true;
            case Role::apostrophe: return passes_apostrophe(character.bytes);
            case Role::separator:
            case Role::hyphen:
            case Role::ideograph:
            case Role::run_on: return false;
        }
        return false;
    }

    void take(const Character& character) {
        word_.append(character.folded);
        letters_ += character.role == Role::letter ? 1U : 0U;
        capitals_ += character.upper ? 1U : 0U;
        sheds_marks_ = character.sheds_marks;
        at_ = place_.end = at_ + character.bytes;
    }

    /// Drops the apostrophe of "O'Brien" and "don't"; ends the word before the possessive of
    /// "Kim's", which is skipped, and before the one of "l'homme", which joins.
    bool passes_apostrophe(std::size_t bytes) {
        const std::size_t next = at_ + bytes;
        if (next >= text_.size()) return false;
        const auto after = character_at(text_, next);
        const bool letter = folded_byte(text_[next]) != 0 ? !is_ascii_digit(text_[next])
                                                          : after.role == Role::letter;
        if (!letter) return false;
        const std::size_t second = next + after.bytes;
        if ((text_[next] == 's' || text_[next] == 'S') && !goes_on(second)
            && !is_ascii_digit(text_[place_.end - 1])) {
            at_ = second;
            return false;
        }
        if (elides(word_.text()) && begins_like_a_vowel(after.folded) && goes_on(second)) {
            elision_ = bytes;
            return false;
        }
        at_ = next;
        return true;
    }

    /// "U.S.", "a.m.": single letters, each with a dot behind it, the last perhaps without. A word
    /// set close behind, as in "J.P.Morgan" and "А.С.Пушкин", is one of its own.
    bool passes_dots() {
        if (letters_ != 1 || dotted_ || word_.text() != folded_start()) return false;
        for (;;) {
            const std::size_t next = at_ + 1;
            if (next >= text_.size()) break;
            const auto letter = character_at(text_, next);
            if (letter.role != Role::letter || goes_on(next + letter.bytes)) break;
            at_ = next;
            take(letter);
            dotted_ = true;
            if (at_ >= text_.size() || text_[at_] != '.') return at_ < text_.size();
        }
        if (!dotted_) return false;
        at_ = place_.end = at_ + 1;
        return at_ < text_.size() && !goes_on(at_);
    }

    /// "AT&T", "R&D": a few letters on both sides, a single one on one of them.
    bool passes_ampersand() {
        constexpr std::size_t few = 3;
        std::size_t end = at_ + 1;
        while (end < text_.size() && end - at_ <= few && folded_byte(text_[end]) >= 'a') ++end;
        const std::size_t after = end - at_ - 1;
        const bool short_both =
            after >= 1 && after <= few && word_.size() <= few && letters_ == word_.size();
        if (!short_both || (after > 1 && word_.size() > 1) || goes_on(end)) return false;
        word_.append('&');
        ++at_;
        return true;
    }

    /// "C++", "C#", "A+": signs after a single letter.
    bool passes_sign() {
        if (word_.size() != 1 || letters_ != 1) return false;
        const char sign = text_[at_];
        std::size_t end = at_ + 1;
        if (sign == '+' && end < text_.size() && text_[end] == '+') ++end;
        if (goes_on(end)) return false;
        for (; at_ < end; ++at_) word_.append(sign);
        place_.end = end;
        return false;
    }

    /// The character that the word began with, folded.
    std::string_view folded_start() const { return character_at(text_, place_.begin).folded; }

    bool in_capitals() const { return dotted_ || (capitals_ >= 2 && capitals_ == letters_); }

    void compose() {
        const std::string whole = composed(word_.text());
        word_.clear();
        word_.append(cut(whole, limits::term_bytes));
    }

    // scripts without blanks

    /// Every character is a word, every two neighbours are a joined word.
    void cut_ideographs() {
        Place before;
        std::string_view first;
        while (at_ < text_.size()) {
            const auto character = character_at(text_, at_);
            if (character.role == Role::ignorable) {
                at_ += character.bytes;
                continue;
            }
            if (character.role != Role::ideograph) return;
            const Place here{at_, at_ + character.bytes};
            emit(character.folded, here, position_++, 1, false);
            if (!first.empty()) {
                word_.clear();
                word_.append(first);
                word_.append(character.folded);
                emit(word_.text(), {before.begin, here.end}, position_ - 2, 2, false);
            }
            before = here;
            first = character.folded;
            at_ = here.end;
        }
    }

    void cut_run_on() {
        const std::size_t begin = at_;
        while (at_ < text_.size()) {
            const auto character = character_at(text_, at_);
            const bool belongs = character.role == Role::run_on || character.role == Role::mark
                                 || character.role == Role::ignorable;
            if (!belongs) break;
            at_ += character.bytes;
        }
        const std::size_t end = at_;
        for_each_break(text_.substr(begin, end - begin), [&](std::size_t from, std::size_t to) {
            fold_run_on({begin + from, begin + to});
        });
        at_ = end;
    }

    void fold_run_on(Place place) {
        word_.clear();
        bool letter = false;
        for (std::size_t at = place.begin; at < place.end;) {
            const auto character = character_at(text_, at);
            letter = letter || character.role == Role::run_on;
            if (character.role != Role::ignorable) word_.append(character.folded);
            at += character.bytes;
        }
        if (!letter) return;
        compose();
        emit(word_.text(), place, position_++, 1, false);
    }

    void emit(std::string_view text, Place place, std::uint32_t position, std::size_t span,
              bool capitals) {
        Word word;
        word.text = text;
        word.begin = static_cast<std::uint32_t>(place.begin);
        word.end = static_cast<std::uint32_t>(place.end);
        word.position = position;
        word.span = static_cast<std::uint8_t>(span);
        word.capitals = capitals;
        sink_(word);
    }

    std::string_view text_;
    WordSink sink_;
    std::size_t at_ = 0;
    std::uint32_t position_ = 0;

    // the word being read
    Letters word_;
    Letters joined_;
    Place place_;
    std::size_t letters_ = 0;
    std::size_t capitals_ = 0;
    std::size_t elision_ = 0;   ///< bytes of the apostrophe that ended it
    bool dotted_ = false;       ///< "U.S."
    bool composes_ = false;     ///< holds marks that may have to be put together
    bool sheds_marks_ = false;  ///< marks after the last letter are dropped
};

}  // namespace

void for_each_word(std::string_view text, WordSink sink) {
    Cutter(cut(text, UINT32_MAX), sink).run();
}

std::vector<OwnedWord> words_of(std::string_view text) {
    std::vector<OwnedWord> words;
    for_each_word(text, [&](const Word& word) {
        words.push_back({std::string(word.text), word.begin, word.end, word.position, word.span,
                         word.capitals});
    });
    return words;
}

}  // namespace archive
