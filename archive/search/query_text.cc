// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_text.h"

#include "archive/base/text.h"
#include "archive/index/terms.h"

#include <algorithm>
#include <array>

namespace archive {

TypedText::TypedText(std::string_view text) : text_(text), points_(text.size() + 1) {
    std::size_t point = 0;
    for (std::size_t at = 0; at < text.size(); ++point) {
        std::size_t end = at;
        next_code_point(text, end);
        for (; at < end; ++at) points_[at] = point;
    }
    points_[text.size()] = point;
}

std::size_t TypedText::byte_of(std::size_t point) const {
    const auto found = std::lower_bound(points_.begin(), points_.end(), point);
    return static_cast<std::size_t>(std::min(found, points_.end() - 1) - points_.begin());
}

namespace query_text {

namespace {

bool is_one_of(char32_t point, std::u32string_view set) {
    return set.find(point) != std::u32string_view::npos;
}

}  // namespace

bool is_blank(char32_t point) {
    if (point < 0x80) return point == ' ';
    return is_one_of(point, U"\u00a0\u1680\u2028\u2029\u202f\u205f\u3000")
           || (point >= 0x2000 && point <= 0x200a);
}

bool is_direction(char32_t point) {
    return is_one_of(point, U"\u061c\u200e\u200f\ufeff") || (point >= 0x202a && point <= 0x202e)
           || (point >= 0x2066 && point <= 0x2069);
}

int quote_family(char32_t point) {
    if (point < 0x80) return point == '"' ? 1 : 0;
    if (is_one_of(point, U"\u201c\u201d\u201e\u201f\uff02")) return 1;
    return is_one_of(point, U"\u00ab\u00bb") ? 2 : 0;
}

bool is_dash(char32_t point) {
    return (point >= 0x2010 && point <= 0x2015) || is_one_of(point, U"\u2212\ufe58\ufe63\uff0d");
}

bool ends_word(char32_t point) {
    if (point < 0x80)
        return point == ' ' || point == '"' || point == '(' || point == ')' || point == '|';
    return is_blank(point) || quote_family(point) != 0;
}

bool is_stray_first(char32_t point) {
    if (point >= 'a') return point == '{' || point == '}' || point == '~';
    return is_one_of(point, U"!/[]{}^&+<>~:");
}

bool is_stray_last(char32_t point) {
    return is_one_of(point, U"!?/[]{}^&+<>:");
}

bool looks_like_field(std::string_view name) {
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
               || static_cast<unsigned char>(c) >= 0x80;
    };
    const auto part = [&](char c) {
        return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    return !name.empty() && letter(name.front()) && std::all_of(name.begin(), name.end(), part);
}

bool looks_like_url(std::string_view word) {
    return word.find("://") != std::string_view::npos || ascii_lower(word.substr(0, 4)) == "www.";
}

std::size_t word_count(std::string_view text) {
    std::size_t count = 0;
    for_each_word(text, [&](const Word& word) {
        count = std::max(count, std::size_t{word.position} + word.span);
    });
    return count;
}

}  // namespace query_text

Operator operator_of(std::string_view word) {
    if (word == "AND") return Operator::both;
    if (word == "OR") return Operator::either;
    if (word == "NOT") return Operator::except;
    if (word == "SAME") return Operator::same;
    if (word == "NEAR" || word.substr(0, 5) == "NEAR/") return Operator::near;
    if (word == "ADJ" || word.substr(0, 4) == "ADJ/") return Operator::in_order;
    if (!operator_meant(word).empty()) return Operator::lower_case;

    // the forms of other news databases are known by their number, in any case
    const std::string lower = ascii_lower(word);
    const auto numbered = [&](std::string_view prefix) {
        return lower.size() > prefix.size() && lower.compare(0, prefix.size(), prefix) == 0
               && std::all_of(lower.begin() + static_cast<std::ptrdiff_t>(prefix.size()),
                              lower.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    constexpr std::array near{"w/", "n/", "near/", "near"};
    constexpr std::array in_order{"pre/", "p/", "adj/", "adj"};
    if (std::any_of(near.begin(), near.end(), numbered)) return Operator::near;
    if (std::any_of(in_order.begin(), in_order.end(), numbered)) return Operator::in_order;
    return lower == "w/p" ? Operator::same : Operator::none;
}

std::string_view operator_meant(std::string_view word) {
    struct Meant {
        std::string_view word, meant;
    };
    // "w/s" of other databases is one sentence; the nearest here is one paragraph
    constexpr std::array table{Meant{"and", "AND"},   Meant{"or", "OR"},    Meant{"not", "NOT"},
                               Meant{"near", "NEAR"}, Meant{"w/s", "SAME"}, Meant{"W/S", "SAME"},
                               Meant{"ANDNOT", "NOT"}};
    const auto* const found = std::find_if(table.begin(), table.end(),
                                           [&](const Meant& row) { return row.word == word; });
    return found == table.end() ? std::string_view() : found->meant;
}

}  // namespace archive
