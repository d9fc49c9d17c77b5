// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/compared_words.h"

#include "archive/base/text.h"
#include "archive/index/normaliser.h"
#include "archive/index/word_breaks.h"
#include "archive/index/word_letters.h"

#include <unicode/uchar.h>

#include <string>

namespace archive {

namespace {

bool is_ascii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}

char32_t point_at(std::string_view text, std::size_t at) {
    return next_code_point(text, at);
}

/// Korean is written with blanks: its syllables are letters.
bool is_hangul(char32_t point) {
    return (point >= 0xAC00 && point <= 0xD7A3) || (point >= 0x1100 && point <= 0x11FF)
           || (point >= 0x3130 && point <= 0x318F);
}

bool is_quote(char32_t point) {
    return u_hasBinaryProperty(static_cast<UChar32>(point), UCHAR_QUOTATION_MARK) != 0;
}

bool is_dash(char32_t point) {
    constexpr char32_t minus = 0x2212;
    return point == minus || u_charType(static_cast<UChar32>(point)) == U_DASH_PUNCTUATION;
}

bool is_dot(char32_t point) {
    constexpr char32_t ellipsis = 0x2026;
    return point == '.' || point == ellipsis;
}

bool ends_a_sentence(char32_t point) {
    return u_hasBinaryProperty(static_cast<UChar32>(point), UCHAR_S_TERM) != 0;
}

class Cutter {
public:
    Cutter(std::string_view text, std::uint32_t offset, WordNumbers& numbers,
           std::vector<ComparedWord>& words)
        : text_(text), offset_(offset), numbers_(numbers), words_(words) {}

    void run() {
        while (at_ < text_.size()) {
            if (const auto blank = blank_at(text_, at_); blank != 0) {
                at_ += blank;
                continue;
            }
            begin_ = at_;
            key_.clear();
            const auto role = role_at(at_);
            if (role == Role::ideograph) {
                cut_character();
            } else if (role == Role::run_on) {
                cut_run_on();
            } else if (in_word(role) || role == Role::mark) {
                cut_word();
            } else {
                cut_mark();
            }
        }
    }

private:
    static bool in_word(Role role) { return role == Role::letter || role == Role::digit; }

    Role role_at(std::size_t at) const {
        if (folded_byte(text_[at]) != 0) return Role::letter;
        const auto role = character_at(text_, at).role;
        return role == Role::ideograph && is_hangul(point_at(text_, at)) ? Role::letter : role;
    }
    bool word_at(std::size_t at) const { return at < text_.size() && in_word(role_at(at)); }
    bool digit_at(std::size_t at) const { return at < text_.size() && is_ascii_digit(text_[at]); }

    void emit(ComparedKind kind) {
        words_.push_back({numbers_.number(key_), offset_ + static_cast<std::uint32_t>(begin_),
                          offset_ + static_cast<std::uint32_t>(at_), kind});
    }

    // words

    void cut_word() {
        bool composes = false;
        part_ = at_;
        while (at_ < text_.size()) {
            if (folded_byte(text_[at_]) != 0) {
                key_ += text_[at_++];
                continue;
            }
            if (is_ascii(text_[at_])) {
                if (!passes_joint(text_[at_], 1)) break;
                continue;
            }
            const auto character = character_at(text_, at_);
            const auto bytes = text_.substr(at_, character.bytes);
            const auto role = role_at(at_);
            if (in_word(role) || role == Role::mark) {
                composes = composes || role == Role::mark;
                key_ += bytes;
                at_ += bytes.size();
            } else if (role == Role::ignorable) {
                at_ += bytes.size();
            } else if (!(role == Role::apostrophe && passes_joint('\'', bytes.size()))
                       && !(role == Role::hyphen && passes_joint('-', bytes.size()))) {
                break;
            }
        }
        if (composes) key_ = composed(key_);
        emit(ComparedKind::word);
    }

    /// Moves over a mark that joins what stands before and behind it: "don't", "self-defence",
    /// "10,000", "11:30", "U.S".
    bool passes_joint(char mark, std::size_t bytes) {
        const auto next = at_ + bytes;
        if (!joins(mark, next)) return false;
        key_ += mark == '`' ? '\'' : mark;
        at_ = part_ = next;
        return true;
    }

    bool joins(char mark, std::size_t next) const {
        switch (mark) {
            case '\'':
            case '`':
            case '-': return word_at(next);
            case '.':
                if (digit_at(at_ - 1) && digit_at(next)) return true;
                return code_points(text_.substr(part_, at_ - part_)) == 1 && word_at(next)
                       && !word_at(next + character_at(text_, next).bytes);
            case ',':
            case ':': return digit_at(at_ - 1) && digit_at(next);
            default: return false;
        }
    }

    // scripts without blanks

    void cut_character() {
        const auto character = character_at(text_, at_);
        key_ = character.folded;
        at_ += character.bytes;
        emit(ComparedKind::character);
    }

    void cut_run_on() {
        const auto begin = at_;
        auto end = at_;
        while (end < text_.size()) {
            const auto character = character_at(text_, end);
            if (character.role != Role::run_on && character.role != Role::mark) break;
            end += character.bytes;
        }
        for_each_break(text_.substr(begin, end - begin), [&](std::size_t from, std::size_t to) {
            begin_ = begin + from;
            at_ = begin + to;
            key_ = text_.substr(begin_, to - from);
            emit(ComparedKind::word);
        });
    }

    // marks

    void cut_mark() {
        const auto point = point_at(text_, at_);
        if (is_quote(point) || character_at(text_, at_).role == Role::apostrophe) {
            take();
            key_ = '"';
            return emit(ComparedKind::mark);
        }
        if (is_dash(point)) {
            while (at_ < text_.size() && is_dash(point_at(text_, at_))) take();
            key_ = '-';
            return emit(ComparedKind::mark);
        }
        if (is_dot(point)) {
            while (at_ < text_.size() && is_dot(point_at(text_, at_))) take();
            const bool one = text_.substr(begin_, at_ - begin_) == ".";
            key_ = one ? "." : "...";
            return emit(ComparedKind::stop);
        }
        take();
        key_ = text_.substr(begin_, at_ - begin_);
        emit(ends_a_sentence(point) ? ComparedKind::stop : ComparedKind::mark);
    }

    void take() { next_code_point(text_, at_); }

    std::string_view text_;
    std::uint32_t offset_;
    WordNumbers& numbers_;
    std::vector<ComparedWord>& words_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;  ///< of what is being cut
    std::size_t part_ = 0;   ///< behind the last mark that joined
    std::string key_;        ///< what is compared of it
};

}  // namespace

void append_compared_words(std::string_view text, std::uint32_t offset, WordNumbers& numbers,
                           std::vector<ComparedWord>& words) {
    Cutter(text, offset, numbers, words).run();
}

std::size_t blank_at(std::string_view text, std::size_t at) {
    constexpr unsigned char last_control = 0x20;
    if (is_ascii(text[at])) {
        const auto byte = static_cast<unsigned char>(text[at]);
        return byte <= last_control || byte == 0x7F ? 1 : 0;
    }
    const auto character = character_at(text, at);
    const bool blank = character.role == Role::ignorable
                       || (character.role == Role::separator
                           && u_isUWhiteSpace(static_cast<UChar32>(point_at(text, at))) != 0);
    return blank ? character.bytes : 0;
}

}  // namespace archive
