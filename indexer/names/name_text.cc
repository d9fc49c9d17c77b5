// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_text.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace indexer {

namespace {

using archive::AliasTable;
using archive::ZoneKind;

/// Words that keep their full stop; sorted.
constexpr std::array<std::string_view, 61> abbreviations{
    "a.m.", "adm.",  "apr.",  "aug.", "ave.", "brig.",   "capt.", "cmdr.", "co.",
    "col.", "corp.", "d.c.",  "dec.", "dr.",  "e.g.",    "e.u.",  "etc.",  "feb.",
    "ft.",  "gen.",  "gov.",  "hon.", "i.e.", "inc.",    "jan.",  "jr.",   "jul.",
    "jun.", "lt.",   "ltd.",  "maj.", "mar.", "messrs.", "mr.",   "mrs.",  "ms.",
    "mt.",  "no.",   "nov.",  "oct.", "p.m.", "ph.d.",   "pres.", "prof.", "pvt.",
    "rep.", "reps.", "rev.",  "rt.",  "sen.", "sens.",   "sep.",  "sept.", "sgt.",
    "sr.",  "st.",   "supt.", "u.k.", "u.n.", "u.s.",    "vs."};

/// No name has longer words; what is longer is cut, so that parting at hyphens stays cheap.
constexpr std::size_t longest_word = 256;  // bytes

/// Words that seldom follow such an abbreviation but begin the next sentence; sorted.
constexpr std::array<std::string_view, 28> openers{
    "a",     "after", "an",    "and",   "as",   "at",   "but", "for",  "he",   "his",
    "if",    "in",    "it",    "its",   "on",   "she",  "so",  "some", "that", "the",
    "their", "then",  "there", "these", "they", "this", "we",  "when"};

template <typename Words>
bool is_one_of(const Words& sorted, std::string_view word) {
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

constexpr bool ascii_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
constexpr bool ascii_lower_letter(char c) {
    return c >= 'a' && c <= 'z';
}
constexpr bool digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool ascii_letter(char c) {
    return ascii_upper(c) || ascii_lower_letter(c);
}
bool ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}
constexpr bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/// What a character is, and how many bytes it takes.
struct Character {
    Sign sign = Sign::none;
    std::uint32_t bytes = 1;
    bool white = false;
    bool quote_s = false;  ///< an apostrophe of any kind
};

constexpr Sign ascii_sign(char c) {
    switch (c) {
        case '"': return Sign::straight;
        case '\'':
        case '`': return Sign::apostrophe;
        case '-': return Sign::dash;
        case '.':
        case '!':
        case '?': return Sign::full_stop;
        case ',': return Sign::comma;
        case ';': return Sign::semicolon;
        case ':': return Sign::colon;
        case '(':
        case '[': return Sign::open_bracket;
        case ')':
        case ']': return Sign::close_bracket;
        default: return Sign::other;
    }
}

constexpr std::array<Character, 0x80> characters_of_ascii() {
    std::array<Character, 0x80> all{};
    for (std::size_t at = 0; at < all.size(); ++at) {
        const auto c = static_cast<char>(at);
        if (ascii_letter(c) || digit(c)) continue;
        const auto sign = ascii_sign(c);
        all[at] = {sign, 1, blank(c) || c == '\n', sign == Sign::apostrophe};
    }
    return all;
}

constexpr auto ascii_characters = characters_of_ascii();

Character character_in(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (ascii(c)) return ascii_characters[static_cast<unsigned char>(c)];
    std::size_t next = at;
    const auto point = static_cast<UChar32>(archive::next_code_point(text, next));
    const auto bytes = static_cast<std::uint32_t>(next - at);
    switch (point) {
        case 0x201C:
        case 0x201E:
        case 0xAB: return {Sign::opening, bytes, false, false};
        case 0x201D:
        case 0xBB: return {Sign::closing, bytes, false, false};
        case 0x2018:
        case 0x2019:
        case 0xB4: return {Sign::apostrophe, bytes, false, true};
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015: return {Sign::dash, bytes, false, false};
        case 0x2026: return {Sign::other, bytes, false, false};
        default: break;
    }
    if (u_isUWhiteSpace(point)) return {Sign::other, bytes, true, false};
    const auto type = u_charType(point);
    const bool mark =
        type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_FORMAT_CHAR;
    return {u_isalnum(point) || mark ? Sign::none : Sign::other, bytes, false, false};
}

bool begins_with_capital(std::string_view word) {
    if (ascii(word[0])) return ascii_upper(word[0]);
    std::size_t at = 0;
    const auto point = static_cast<UChar32>(archive::next_code_point(word, at));
    return u_isupper(point) != 0 || u_istitle(point) != 0;
}

bool is_small(std::string_view word) {
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return ascii(c) && !ascii_upper(c) && c != '`'; });
}

}  // namespace

std::string lowered_word(std::string_view word) {
    std::string low;
    low.reserve(word.size());
    for (std::size_t at = 0; at < word.size();) {
        if (ascii(word[at])) {
            const char c = word[at++];
            low += ascii_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c == '`' ? '\'' : c;
            continue;
        }
        const auto point = static_cast<UChar32>(archive::next_code_point(word, at));
        if (point == 0x2018 || point == 0x2019 || point == 0xB4) {
            low += '\'';
        } else {
            archive::append_utf8(low, static_cast<char32_t>(u_tolower(point)));
        }
    }
    return low;
}

/// Cuts one zone.
class NameText::Cutter {
public:
    Cutter(NameText& text, std::string_view zone, std::uint32_t number, std::uint32_t& paragraph,
           const AliasTable& known)
        : to_(text), zone_(zone), number_(number), paragraph_(paragraph), known_(known) {}

    void run() {
        begin_ = size();
        while (at_ < zone_.size()) {
            const auto here = character_in(zone_, at_);
            if (zone_[at_] == '\n') {
                end_sentence();
                ++paragraph_;
            }
            if (here.white) {
                spaced_ = true;
                at_ += here.bytes;
            } else if (here.sign == Sign::none) {
                word();
            } else {
                sign(here);
            }
            if (size() - begin_ >= longest_sentence) end_sentence();
        }
        end_sentence();
        ++paragraph_;
    }

private:
    std::uint32_t size() const { return static_cast<std::uint32_t>(to_.tokens_.size()); }

    bool word_at(std::size_t at) const {
        return at < zone_.size() && character_in(zone_, at).sign == Sign::none;
    }

    void end_sentence() {
        if (size() == begin_) return;
        to_.sentences_.push_back({begin_, size(), number_, paragraph_});
        begin_ = size();
    }

    void push(std::size_t begin, std::size_t end, Sign sign) {
        NameToken token;
        token.text = zone_.substr(begin, end - begin);
        token.begin = static_cast<std::uint32_t>(begin);
        token.sentence = static_cast<std::uint32_t>(to_.sentences_.size());
        token.sign = sign;
        token.capital = sign == Sign::none && begins_with_capital(token.text);
        token.spaced = spaced_;
        token.low = token.text;
        if (!is_small(token.text)) token.low = to_.lowered_.emplace_back(lowered_word(token.text));
        to_.tokens_.push_back(token);
        spaced_ = false;
    }

    /// The end of "'s" at `at`, or `at` itself.
    std::size_t possessive_end(std::size_t at) const {
        if (at >= zone_.size()) return at;
        const auto mark = character_in(zone_, at);
        const std::size_t s = at + mark.bytes;
        const bool there = mark.quote_s && s < zone_.size() && (zone_[s] == 's' || zone_[s] == 'S')
                           && !word_at(s + 1);
        return there ? s + 1 : at;
    }

    void sign(const Character& here) {
        push(at_, at_ + here.bytes, here.sign);
        at_ += here.bytes;
        if (here.sign == Sign::full_stop) after_full_stop();
    }

    /// Closing marks belong to the sentence; then it ends unless small letters follow.
    void after_full_stop() {
        while (at_ < zone_.size()) {
            const auto next = character_in(zone_, at_);
            const bool closes = next.sign == Sign::straight || next.sign == Sign::closing
                                || next.sign == Sign::close_bracket
                                || next.sign == Sign::apostrophe;
            if (!closes) break;
            const std::size_t behind = at_ + next.bytes;
            if (next.sign != Sign::close_bracket && word_at(behind)) return;
            push(at_, behind, next.sign);
            at_ = behind;
        }
        if (at_ < zone_.size() && !character_in(zone_, at_).white) return;
        std::size_t next = at_;
        while (next < zone_.size() && blank(zone_[next])) ++next;
        if (next >= zone_.size() || !ascii_lower_letter(zone_[next])) end_sentence();
    }

    /// Whether the mark at `at` belongs to a word that goes on behind it.
    bool joins(std::size_t begin, std::size_t at, const Character& mark) const {
        const std::size_t behind = at + mark.bytes;
        const char c = zone_[at];
        if (behind >= zone_.size()) return false;
        if (mark.quote_s) return word_at(behind) && possessive_end(at) == at;
        if (c == '-') return word_at(behind);
        if (c == '.' || c == ',') return digit(zone_[at - 1]) && digit(zone_[behind]);
        return c == '&' && at > begin && ascii_upper(zone_[behind]);
    }

    void word() {
        const std::size_t begin = at_;
        std::size_t end = begin;
        bool dotted = false;
        while (end < zone_.size() && end - begin < longest_word) {
            if (ascii_letter(zone_[end]) || digit(zone_[end])) {
                ++end;
                continue;
            }
            const auto here = character_in(zone_, end);
            const bool initial =
                zone_[end] == '.' && ascii_upper(zone_[begin])
                && (end - begin == 1 || (end >= begin + 3 && zone_[end - 2] == '.'))
                && ascii_letter(zone_[end - 1]);
            if (here.sign == Sign::none || joins(begin, end, here)) {
                end += here.bytes;
            } else if (initial) {
                dotted = end - begin > 1;
                ++end;
            } else {
                break;
            }
        }
        if (end < zone_.size() && zone_[end] == '.') {
            const auto whole =
                lowered_word(zone_.substr(begin, std::min<std::size_t>(end - begin, 16) + 1));
            if (is_one_of(abbreviations, whole)) {
                ++end;
                dotted = whole != "mr." && whole != "mrs." && whole != "ms." && whole != "dr.";
            }
        }
        at_ = push_parts(begin, end);
        const std::size_t behind = possessive_end(at_);
        if (behind != at_) push(at_, behind, Sign::possessive);
        at_ = behind;
        if (dotted && opener_follows()) end_sentence();
    }

    /// Whether a new sentence begins behind an abbreviation: "in the U.S. He said".
    bool opener_follows() const {
        std::size_t at = at_;
        while (at < zone_.size() && blank(zone_[at])) ++at;
        if (at == at_ || at >= zone_.size() || !ascii_upper(zone_[at])) return false;
        std::size_t end = at + 1;
        while (end < zone_.size() && end - at < 8 && ascii_lower_letter(zone_[end])) ++end;
        return !word_at(end)
               && is_one_of(openers, archive::ascii_lower(zone_.substr(at, end - at)));
    }

    /// Parts at the hyphen where a known name stands at one side. The end of what was pushed.
    std::size_t push_parts(std::size_t begin, std::size_t end) {
        const auto word = zone_.substr(begin, end - begin);
        const auto hyphen = word.find('-');
        if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == word.size()) {
            push(begin, end, Sign::none);
            return end;
        }
        const auto left = word.substr(0, hyphen);
        auto right = word.substr(hyphen + 1);
        right = right.substr(0, right.find('-'));
        const auto* const known_left = begins_with_capital(left) ? known_.spelled(left) : nullptr;
        const auto* const known_right =
            !right.empty() && begins_with_capital(right) ? known_.spelled(right) : nullptr;
        const bool small_right = !right.empty() && !begins_with_capital(right);
        const bool parts = (known_left != nullptr
                            && (small_right || known_right != nullptr || known_left->demonym))
                           || (known_right != nullptr && ascii_lower_letter(left[0]));
        if (!parts) {
            push(begin, end, Sign::none);
            return end;
        }
        push(begin, begin + hyphen, Sign::none);
        push(begin + hyphen, begin + hyphen + 1, Sign::dash);
        return begin + hyphen + 1;
    }

    NameText& to_;
    std::string_view zone_;
    std::uint32_t number_;
    std::uint32_t& paragraph_;
    const AliasTable& known_;
    std::size_t at_ = 0;
    std::uint32_t begin_ = 0;  ///< first token of the sentence
    bool spaced_ = true;
};

void NameText::read(const archive::Article& article, const AliasTable& known) {
    tokens_.clear();
    sentences_.clear();
    lowered_.clear();
    std::size_t left = archive::limits::indexed_bytes;
    std::uint32_t paragraph = 0;
    for (std::size_t i = 0; i < article.zones.size() && left > 0; ++i) {
        const auto& zone = article.zones[i];
        if (zone.kind == ZoneKind::header || zone.kind == ZoneKind::furniture) continue;
        const auto text = archive::cut(zone.text, left);
        left -= text.size();
        Cutter(*this, text, static_cast<std::uint32_t>(i), paragraph, known).run();
        if (text.size() < zone.text.size()) break;
    }
}

std::string_view NameText::between(std::size_t begin, std::size_t end) const {
    const auto& first = tokens_[begin];
    const auto& last = tokens_[end - 1];
    return {first.text.data(), last.end() - first.begin};
}

}  // namespace indexer
