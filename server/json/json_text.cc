// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/json_text.h"

#include "archive/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace server {

namespace {

bool stands_for_itself(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
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

}  // namespace

void JsonText::separate() {
    if (!first_) text_ += ',';
    first_ = false;
}

void JsonText::begin(char bracket) {
    separate();
    text_ += bracket;
    first_ = true;
}

JsonText& JsonText::key(std::string_view name) {
    separate();
    text_ += '"';
    text_ += name;
    text_ += "\":";
    first_ = true;
    return *this;
}

void JsonText::text(std::string_view text) {
    const bool ascii = std::all_of(text.begin(), text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii && !archive::is_utf8(text)) return tree(std::string(text));
    separate();
    text_ += '"';
    while (!text.empty()) {
        const auto plain = std::find_if_not(text.begin(), text.end(), stands_for_itself);
        const auto size = static_cast<std::size_t>(plain - text.begin());
        text_ += text.substr(0, size);
        if (size == text.size()) break;
        const char c = text[size];
        text_ += '\\';
        if (const char escape = short_escape(c); escape != 0) {
            text_ += escape;
        } else {
            constexpr std::string_view digits = "0123456789abcdef";
            text_ += "u00";
            text_ += digits[static_cast<unsigned char>(c) >> 4U];
            text_ += digits[static_cast<unsigned char>(c) & 0xFU];
        }
        text.remove_prefix(size + 1);
    }
    text_ += '"';
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
