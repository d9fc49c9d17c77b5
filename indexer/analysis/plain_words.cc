// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/plain_words.h"

namespace indexer::plain_words {

namespace {

using archive::Role;

/// What stands inside addresses, numbers, file names and handles.
constexpr std::string_view joints = "-@#/_=\\&0123456789";

Role role_at(std::string_view text, std::size_t at) {
    return at < text.size() ? archive::character_at(text, at).role : Role::separator;
}

/// The character that ends before `end`.
std::size_t begin_of_last(std::string_view text, std::size_t end) {
    constexpr std::size_t longest = 4;
    std::size_t at = end - 1;
    while (at > 0 && end - at < longest && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
        --at;
    return at;
}

bool is_word_byte(std::string_view text, std::size_t at) {
    const Role role = role_at(text, at);
    return role == Role::letter || role == Role::digit;
}

}  // namespace

bool continues(std::string_view text, std::size_t begin) {
    if (begin == 0) return false;
    const std::size_t before = begin_of_last(text, begin);
    const char c = text[before];
    if (c == ' ') return false;
    if (c == '\n') return before > 0 && joints.find(text[before - 1]) != std::string_view::npos;
    if (joints.find(c) != std::string_view::npos) return true;
    if (c == '.') return before > 0 && is_word_byte(text, begin_of_last(text, before));
    const Role role = role_at(text, before);
    return role == Role::hyphen || role == Role::ignorable;
}

bool goes_on(std::string_view text, std::size_t end) {
    if (end >= text.size()) return false;
    const char c = text[end];
    if (c == ' ') return false;
    if (joints.find(c) != std::string_view::npos) return true;
    if (c == '.') return is_word_byte(text, end + 1);
    const auto next = archive::character_at(text, end);
    if (next.role == Role::apostrophe) {
        const std::size_t tail = end + next.bytes;
        const bool possessive =
            tail < text.size() && text[tail] == 's' && !is_word_byte(text, tail + 1);
        return is_word_byte(text, tail) && !possessive;
    }
    return next.role == Role::hyphen || next.role == Role::ignorable;
}

bool take_letter(std::string_view text, std::size_t& at, PlainWord& word) {
    const auto next = archive::character_at(text, at);
    if (next.role != Role::letter && (next.role != Role::mark || word.letters == 0)) return false;
    word.ascii = false;
    if (next.role == Role::letter) {
        word.lower = word.lower && !next.upper;
        word.capital = word.capital || (next.upper && word.letters == 0);
        if (word.letters < UINT16_MAX) ++word.letters;
    }
    at += next.bytes;
    return true;
}

}  // namespace indexer::plain_words
