// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/wildcards.h"

#include "archive/base/text.h"
#include "archive/index/normaliser.h"

#include <algorithm>
#include <array>

namespace archive {

namespace {

/// A wildcard and the letter in its place: from the extended Latin of phoneticians, without case.
struct StandIn {
    char wildcard;
    std::string_view letter;
};
constexpr std::array stand_ins{StandIn{'*', "\uA78F"}, StandIn{'?', "\uA7F7"}};

bool is_wildcard(char c) {
    return c == '*' || c == '?';
}

/// `text` with letters for its wildcards, and blanks for the letters if they were typed.
std::string with_letters(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        next_code_point(text, at);
        auto character = text.substr(begin, at - begin);
        for (const auto& stand_in : stand_ins) {
            if (character == stand_in.letter)
                character = " ";
            else if (character.front() == stand_in.wildcard)
                character = stand_in.letter;
        }
        result += character;
    }
    return result;
}

std::string with_wildcards(std::string_view word) {
    std::string result(word);
    for (const auto& stand_in : stand_ins) {
        for (auto at = result.find(stand_in.letter); at != std::string::npos;
             at = result.find(stand_in.letter, at)) {
            result.replace(at, stand_in.letter.size(), 1, stand_in.wildcard);
        }
    }
    return result;
}

bool is_of_word(std::string_view text, std::size_t at) {
    switch (character_at(text, at).role) {
        case Role::letter:
        case Role::digit:
        case Role::mark:
        case Role::ideograph:
        case Role::run_on: return true;
        case Role::separator:
        case Role::ignorable:
        case Role::apostrophe:
        case Role::hyphen: break;
    }
    return false;
}

/// In scripts without blanks the cutter parts a word from the letters of another script behind it.
bool goes_on(const OwnedWord& word, const OwnedWord& next) {
    if (word.span > 1 || next.span > 1 || word.end != next.begin
        || next.text.find_first_not_of("*?") != std::string::npos)
        return false;
    auto last = word.text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(word.text[last]) & 0xc0U) == 0x80U) --last;
    return character_at(word.text, last).role != Role::ideograph;
}

void put_wildcards_back(std::vector<OwnedWord>& words) {
    std::uint32_t fewer = 0;
    std::vector<OwnedWord> whole;
    for (auto& word : words) {
        word.position -= fewer;
        if (!whole.empty() && goes_on(whole.back(), word)) {
            whole.back().text += word.text;
            whole.back().end = word.end;
            ++fewer;
        } else {
            whole.push_back(std::move(word));
        }
    }
    words = std::move(whole);
}

}  // namespace

bool has_wildcard(std::string_view word) {
    return std::any_of(word.begin(), word.end(), is_wildcard);
}

std::vector<OwnedWord> open_words_of(std::string_view text) {
    auto words = words_of(with_letters(text));
    for (auto& word : words) word.text = with_wildcards(word.text);
    put_wildcards_back(words);
    for (auto& word : words) word.begin = word.end = 0;
    return words;
}

bool fills(std::string_view open, std::string_view word) {
    constexpr auto none = std::string_view::npos;
    std::size_t at = 0, begin = 0;
    std::size_t star = none, tried = 0;  // the last '*', and where the letters behind it were tried
    while (begin < word.size()) {
        std::size_t next = begin;
        next_code_point(word, next);
        if (at < open.size() && open[at] == '*') {
            star = at++;
            tried = begin;
        } else if (at < open.size() && (open[at] == '?' || open[at] == word[begin])) {
            begin = open[at] == '?' ? next : begin + 1;
            ++at;
        } else if (star != none) {
            at = star + 1;
            begin = ++tried;
        } else {
            return false;
        }
    }
    return open.find_first_not_of('*', at) == none;
}

std::string_view beginning_of(std::string_view open) {
    return open.substr(0, open.find_first_of("*?"));
}

std::size_t letters_beside_wildcards(std::string_view word) {
    const auto open = std::count_if(word.begin(), word.end(), is_wildcard);
    return code_points(word) - static_cast<std::size_t>(open);
}

Beside letters_beside(std::string_view text, std::size_t at) {
    Beside beside;
    const auto after = text.find_first_not_of("*?", at);
    beside.after = after != std::string_view::npos && is_of_word(text, after);
    auto before = text.find_last_not_of("*?", at);
    const auto first = before == std::string_view::npos ? 0 : before + 1;
    beside.star = text.substr(first, after - first).find('*') != std::string_view::npos;
    if (before == std::string_view::npos) return beside;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xc0U) == 0x80U) --before;
    beside.before = is_of_word(text, before);
    return beside;
}

}  // namespace archive
