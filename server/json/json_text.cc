// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/json_text.h"

#include "archive/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace server {

namespace {

constexpr std::size_t first_room = 4U << 10U;
constexpr std::size_t growth = 4;

constexpr std::uint64_t each_byte(unsigned char byte) {
    return 0x0101010101010101U * byte;
}
constexpr auto high_bits = each_byte(0x80);

bool stands_for_itself(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

/// Not 0 when one of eight bytes does not stand for itself; bytes of more than ASCII do.
std::uint64_t escapes_in(std::uint64_t eight) {
    const auto quotes = eight ^ each_byte('"');
    const auto backslashes = eight ^ each_byte('\\');
    return (((eight - each_byte(0x20)) & ~eight) | ((quotes - each_byte(1)) & ~quotes)
            | ((backslashes - each_byte(1)) & ~backslashes))
           & high_bits;
}

enum class Copied { ascii, all };

/// Copies the beginning of `text` up to the first byte that needs an escape, or is not ASCII when
/// only that is wanted; how many bytes that are.
std::size_t copy_plain(std::string_view text, char* to, Copied wanted) {
    const auto stops = wanted == Copied::ascii ? high_bits : 0;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, 8);
        if ((escapes_in(eight) | (eight & stops)) != 0) break;
        std::memcpy(to + at, &eight, 8);
    }
    for (; at < text.size() && stands_for_itself(text[at]); ++at) {
        if (wanted == Copied::ascii && static_cast<unsigned char>(text[at]) >= 0x80) break;
        to[at] = text[at];
    }
    return at;
}

/// Behind a backslash, or 0 for a character that is written as \u00xx.
char short_escape(char c) {
    switch (c) {
        case '"':
        case '\\': return c;
        case '\b': return 'b';
        case '\f': return 'f';
        case '\n': return 'n';
        case '\r': return 'r';
        case '\t': return 't';
        default: return 0;
    }
}

char* put_escape(char c, char* to) {
    *to++ = '\\';
    if (const char escape = short_escape(c); escape != 0) {
        *to++ = escape;
        return to;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    for (const char digit : {'u', '0', '0', digits[static_cast<unsigned char>(c) >> 4U],
                             digits[static_cast<unsigned char>(c) & 0xFU]})
        *to++ = digit;
    return to;
}

}  // namespace

std::string JsonText::take() && {
    std::string text;
    text.reserve(size_ + 1);
    if (size_ > 0) text.append(room_.get(), size_);
    return text;
}

void JsonText::grow(std::size_t least) {
    const auto capacity = std::max({first_room, growth * capacity_, least});
    auto room = std::make_unique_for_overwrite<char[]>(capacity);
    if (size_ > 0) std::memcpy(room.get(), room_.get(), size_);
    room_ = std::move(room);
    capacity_ = capacity;
}

char* JsonText::place_for(std::size_t bytes) {
    if (capacity_ - size_ <= bytes) grow(size_ + bytes + 1);
    char* to = room_.get() + size_;
    if (!first_) *to++ = ',';
    first_ = false;
    return to;
}

void JsonText::begin(char bracket) {
    char* const to = place_for(1);
    *to = bracket;
    written_to(to + 1);
    first_ = true;
}

void JsonText::end(char bracket) {
    first_ = true;  // no comma before it
    char* const to = place_for(1);
    *to = bracket;
    written_to(to + 1);
}

void JsonText::plain(std::string_view value) {
    char* const to = place_for(value.size());
    std::memcpy(to, value.data(), value.size());
    written_to(to + value.size());
}

JsonText& JsonText::key(std::string_view name) {
    char* to = place_for(name.size() + 3);
    *to++ = '"';
    std::memcpy(to, name.data(), name.size());
    to += name.size();
    *to++ = '"';
    *to++ = ':';
    written_to(to);
    first_ = true;
    return *this;
}

void JsonText::text(std::string_view text) {
    const bool was_first = first_;
    char* to = place_for(text.size() + 2);
    *to++ = '"';
    auto copied = copy_plain(text, to, Copied::ascii);
    if (copied < text.size()) {
        first_ = was_first;
        if (!archive::is_utf8(text)) return tree(std::string(text));
        constexpr std::size_t longest_escape = 6;
        to = place_for(longest_escape * text.size() + 2);
        *to++ = '"';
        while ((copied = copy_plain(text, to, Copied::all)) < text.size()) {
            to = put_escape(text[copied], to + copied);
            text.remove_prefix(copied + 1);
        }
    }
    to += copied;
    *to++ = '"';
    written_to(to);
}

void JsonText::number(std::uint64_t value) {
    std::array<char, 20> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    plain({digits.data(), static_cast<std::size_t>(written.ptr - digits.data())});
}

void JsonText::number(double value) {
    tree(value);
}

void JsonText::tree(const nlohmann::ordered_json& value) {
    plain(value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace server
