// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/datelines.h"

#include "archive/base/text.h"
#include "indexer/analysis/agencies.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace indexer {

namespace {

constexpr std::size_t longest = 90;
constexpr std::size_t longest_agency = 40;
constexpr std::size_t shortest_story = 20;
constexpr std::size_t most_words = 8;

/// Words in capitals that stand before a colon or a dash and are no places.
constexpr std::array<std::string_view, 30> no_places{
    "UPDATE",  "UPDATED", "WATCH",     "BREAKING",  "LIVE",       "EXCLUSIVE",
    "VIDEO",   "OPINION", "ANALYSIS",  "FACTBOX",   "PHOTOS",     "NOTE",
    "READ",    "MORE",    "CORRECTED", "SPORTS",    "CORRECTION", "EXPLAINER",
    "REVIEW",  "COLUMN",  "EDITORIAL", "INTERVIEW", "PODCAST",    "LISTEN",
    "GALLERY", "QUOTES",  "TIMELINE",  "BRIEF",     "REFILE",     "WRAPUP",
};

/// The length of a dash at text[at], its kinds and "--" included; 0 when there is none.
std::size_t dash_length(std::string_view text, std::size_t at) {
    if (at >= text.size() || (text[at] != '-' && text[at] != '\xe2')) return 0;
    const auto rest = text.substr(at);
    if (rest.substr(0, 2) == "--") return 2;
    if (rest.substr(0, 1) == "-") return 1;
    for (const std::string_view dash : {"\u2013", "\u2014", "\u2012", "\u2015"}) {
        if (rest.substr(0, dash.size()) == dash) return dash.size();
    }
    return 0;
}

bool blank(std::string_view text, std::size_t at) {
    return at >= text.size() || text[at] == ' ';
}

/// Letters of the head by case.
struct Letters {
    std::size_t upper = 0;
    std::size_t lower = 0;
    bool capitalised = true;  ///< every word begins with a capital, a digit or is a short "de"
};

Letters letters_of(std::string_view text) {
    Letters letters;
    bool begins = true;
    std::size_t word_bytes = 0;
    bool lower_word = false;
    const auto end_word = [&] {
        constexpr std::size_t particle = 3;  // "de", "la", "am"
        if (lower_word && word_bytes > particle) letters.capitalised = false;
        begins = true;
        word_bytes = 0;
        lower_word = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto point = static_cast<UChar32>(archive::next_code_point(text, at));
        if (point == ' ' || point == '-' || point == ',' || point == '/') {
            end_word();
            continue;
        }
        const bool lower = u_islower(point) != 0;
        if (lower) ++letters.lower;
        if (u_isupper(point) != 0) ++letters.upper;
        if (begins) lower_word = lower;
        begins = false;
        ++word_bytes;
    }
    end_word();
    return letters;
}

/// Where the head ends: at a parenthesis, a colon or a dash that stands by itself; npos when a
/// sentence goes on.
std::size_t head_end(std::string_view text) {
    for (std::size_t at = 0; at < text.size() && at < longest; ++at) {
        const char c = text[at];
        if (c == '(') return at;
        if (c == ':') return blank(text, at + 1) ? at : std::string_view::npos;
        if (c == '"' || c == '?' || c == '!' || c == ';' || c == '\n') break;
        const auto dash = dash_length(text, at);
        if (dash == 0) continue;
        const bool hyphen = dash == 1 && at > 0 && text[at - 1] != ' ' && !blank(text, at + 1);
        if (!hyphen) return at;
        at += dash - 1;
    }
    return std::string_view::npos;
}

/// "(Reuters)": the agency known by that name, or the capitalised words themselves.
std::string agency_in_parentheses(std::string_view inside) {
    inside = archive::trimmed(inside);
    const auto known = agencies_in(inside);
    if (!known.empty()) return known.front();
    const auto letters = letters_of(inside);
    const bool name = letters.upper > 0 && letters.capitalised
                      && inside.find_first_of("0123456789:;!?") == std::string_view::npos
                      && std::count(inside.begin(), inside.end(), ' ') <= 3;
    return name ? std::string(inside) : std::string();
}

bool plausible_head(std::string_view head, bool agency) {
    if (head.size() < 3) return false;
    if (static_cast<std::size_t>(std::count(head.begin(), head.end(), ' ')) >= most_words) {
        return false;
    }
    const auto place = archive::trimmed(head.substr(0, head.find(',')));
    const auto letters = letters_of(place);
    if (letters.upper == 0 || !letters.capitalised) return false;
    if (place.find_first_of("0123456789") != std::string_view::npos) return false;
    if (agency) return true;
    const auto first_word = place.substr(0, place.find(' '));
    const bool capitals = letters.lower == 0 && letters.upper >= 3;
    return capitals && std::find(no_places.begin(), no_places.end(), first_word) == no_places.end();
}

/// Where a second parenthesis opens behind the one at `first`, before the dateline ends; nothing
/// when the first is the only one.
std::optional<std::size_t> second_parenthesis(std::string_view text, std::size_t first) {
    if (text[first] != '(') return std::nullopt;
    const auto close = text.find(')', first);
    if (close == std::string_view::npos || close - first > longest_agency) return std::nullopt;
    const auto comma = text.find_first_not_of(' ', close + 1);
    if (comma == std::string_view::npos || text[comma] != ',') return std::nullopt;
    const auto second = text.find('(', comma);
    constexpr std::size_t longest_day = 30;  // "9 de noviembre de 2021"
    if (second == std::string_view::npos || second - comma > longest_day) return std::nullopt;
    const auto between = text.substr(comma, second - comma);
    return between.find_first_of(".:;\n") == std::string_view::npos ? std::optional(second)
                                                                    : std::nullopt;
}

bool begins_upper(std::string_view text) {
    if (text.empty()) return false;
    std::size_t at = 0;
    const auto point = static_cast<UChar32>(archive::next_code_point(text, at));
    return u_isupper(point) != 0;
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view paragraph) {
    auto end = head_end(paragraph);
    if (end == std::string_view::npos) return std::nullopt;
    // "Bergen (Norvège), 9 mars (AFP) - ...": the agency stands in the second parenthesis.
    if (const auto second = second_parenthesis(paragraph, end)) end = *second;
    const auto head = archive::trimmed(paragraph.substr(0, end));
    Dateline found;
    std::size_t at = end;
    const bool parenthesis = paragraph[at] == '(';
    if (parenthesis) {
        const auto close = paragraph.find(')', at);
        if (close == std::string_view::npos || close - at > longest_agency) return std::nullopt;
        found.agency = agency_in_parentheses(paragraph.substr(at + 1, close - at - 1));
        if (found.agency.empty()) return std::nullopt;
        at = close + 1;
        while (at < paragraph.size() && paragraph[at] == ' ') ++at;
    }
    if (!plausible_head(head, parenthesis)) return std::nullopt;
    found.place = archive::trimmed(head.substr(0, head.find_first_of(",(")));
    // "(EFE).- La autoridad": a stop before the dash
    const bool stop = parenthesis && at < paragraph.size() && paragraph[at] == '.'
                      && dash_length(paragraph, at + 1) > 0;
    if (stop) ++at;
    const std::size_t mark =
        at < paragraph.size() && paragraph[at] == ':' ? 1 : dash_length(paragraph, at);
    at += mark;
    if (archive::trimmed(paragraph.substr(at)).empty()) {
        found.alone = parenthesis && !agency_named(found.agency).empty();
        found.end = paragraph.size();
        return found.alone ? std::optional(found) : std::nullopt;
    }
    // "NEW DELHI, Mar 9 (PTI) The harbour": no dash behind the day and an agency
    const bool dated = parenthesis && !agency_named(found.agency).empty()
                       && head.find_first_of("0123456789") != std::string_view::npos
                       && begins_upper(paragraph.substr(at)) && at > 0 && paragraph[at - 1] == ' ';
    if (mark == 0 ? !dated : !blank(paragraph, at)) return std::nullopt;
    while (at < paragraph.size() && paragraph[at] == ' ') ++at;
    if (paragraph.size() - at < shortest_story) return std::nullopt;
    found.end = at;
    return found;
}

}  // namespace indexer
