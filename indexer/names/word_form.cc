// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/word_form.h"

#include "archive/base/text.h"

#include <unicode/uchar.h>

namespace indexer {

namespace {

struct Sign {
    char32_t lower = 0;
    char shape = 'p';  ///< X, x, d, p for signs beyond ASCII, or the ASCII sign itself
};

Sign ascii_sign(char c) {
    const auto point = static_cast<char32_t>(c);
    if (c >= 'A' && c <= 'Z') return {point + 32, 'X'};
    if (c >= 'a' && c <= 'z') return {point, 'x'};
    if (c >= '0' && c <= '9') return {point, 'd'};
    return {point, c};
}

Sign sign_of(char32_t point) {
    switch (point) {
        case U'\u2018':
        case U'\u2019': return ascii_sign('\'');
        case U'\u201C':
        case U'\u201D': return ascii_sign('"');
        case U'\u2013':
        case U'\u2014': return ascii_sign('-');
        default: break;
    }
    if (point < 0x80) return ascii_sign(static_cast<char>(point));
    const auto c = static_cast<UChar32>(point);
    const auto lower = static_cast<char32_t>(u_tolower(c));
    if (u_isupper(c)) return {lower, 'X'};
    return {lower, u_isalpha(c) ? 'x' : 'p'};
}

/// Quotes as print sets them with two typed apostrophes are one of a kind with the others.
void settle_quotes(std::string& lower) {
    if (lower.size() == 2 && (lower == "``" || lower == "''")) lower = "\"";
}

}  // namespace

void look_at(std::string_view word, WordForm& form) {
    form.lower.clear();
    form.shape.clear();
    form.outline.clear();
    std::size_t capitals = 0;
    bool small = false;
    bool first = true;
    form.capital = form.number = false;
    form.punctuation = true;
    char last = 0;
    int run = 0;
    for (std::size_t at = 0; at < word.size();) {
        Sign sign;
        if (static_cast<unsigned char>(word[at]) < 0x80) {
            sign = ascii_sign(word[at++]);
            form.lower += static_cast<char>(sign.lower);
        } else {
            sign = sign_of(archive::next_code_point(word, at));
            archive::append_utf8(form.lower, sign.lower);
        }
        switch (sign.shape) {
            case 'X': ++capitals; break;
            case 'x': small = true; break;
            case 'd': form.number = true; break;
            default: break;
        }
        if (sign.shape == 'X' || sign.shape == 'x' || sign.shape == 'd') form.punctuation = false;
        if (first) form.capital = sign.shape == 'X';
        first = false;
        if (sign.shape != last) {
            form.outline += sign.shape;
            last = sign.shape;
            run = 0;
        }
        if (++run <= 3) form.shape += sign.shape;
    }
    form.has_capital = capitals > 0;
    form.all_capitals = capitals >= 2 && !small;
    settle_quotes(form.lower);
}

void lower_form(std::string_view word, std::string& lower) {
    lower.resize(word.size());
    std::size_t at = 0;
    for (; at < word.size() && static_cast<unsigned char>(word[at]) < 0x80; ++at) {
        const bool capital = word[at] >= 'A' && word[at] <= 'Z';
        lower[at] = static_cast<char>(word[at] + (capital ? 'a' - 'A' : 0));
    }
    lower.resize(at);
    while (at < word.size())
        archive::append_utf8(lower, sign_of(archive::next_code_point(word, at)).lower);
    settle_quotes(lower);
}

std::string lower_form(std::string_view word) {
    std::string lower;
    lower_form(word, lower);
    return lower;
}

}  // namespace indexer
