// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace archive {

namespace {

constexpr std::string_view white = " \t\r\n\f\v";

/// Most text is ASCII: so many bytes of it are looked at together.
constexpr std::size_t at_once = 8;

bool ascii_at_once(std::string_view text, std::size_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    if (at + at_once > text.size()) return false;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, at_once);
    return (bytes & high_bits) == 0;
}

/// The length of the well-formed sequence at `at`, or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto continues = [&](std::size_t i) {
        return i < text.size() && (byte(i) & 0xC0U) == 0x80U;
    };
    const unsigned first = byte(at);
    if (first < 0x80) return 1;
    if (first < 0xC2) return 0;
    if (first < 0xE0) return continues(at + 1) ? 2 : 0;
    if (first < 0xF0) {
        if (!continues(at + 1) || !continues(at + 2)) return 0;
        const unsigned second = byte(at + 1);
        if (first == 0xE0 && second < 0xA0) return 0;
        if (first == 0xED && second > 0x9F) return 0;
        return 3;
    }
    if (first > 0xF4 || !continues(at + 1) || !continues(at + 2) || !continues(at + 3)) return 0;
    const unsigned second = byte(at + 1);
    if (first == 0xF0 && second < 0x90) return 0;
    if (first == 0xF4 && second > 0x8F) return 0;
    return 4;
}

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(white);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white) - first + 1);
}

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0;;) {
        const auto end = text.find(separator, begin);
        parts.push_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (ascii_at_once(text, at)) {
            at += at_once;
            continue;
        }
        const auto length = sequence_length(text, at);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

std::string to_valid_utf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto length = sequence_length(text, at);
        if (length == 0) {
            valid += "\xEF\xBF\xBD";
            ++at;
            continue;
        }
        if (text[at] != '\0') valid.append(text.substr(at, length));
        at += length;
    }
    return valid;
}

std::size_t code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        at += std::max<std::size_t>(1, sequence_length(text, at));
    }
    return count;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto length = sequence_length(text, at);
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
    };
    const std::size_t begin = at;
    at += std::max<std::size_t>(1, length);
    switch (length) {
        case 1: return byte(begin);
        case 2: return (byte(begin) & 0x1F) << 6 | (byte(begin + 1) & 0x3F);
        case 3:
            return (byte(begin) & 0x0F) << 12 | (byte(begin + 1) & 0x3F) << 6
                   | (byte(begin + 2) & 0x3F);
        case 4:
            return (byte(begin) & 0x07) << 18 | (byte(begin + 1) & 0x3F) << 12
                   | (byte(begin + 2) & 0x3F) << 6 | (byte(begin + 3) & 0x3F);
        default: return 0xFFFD;
    }
}

std::size_t characters_on(std::string_view text, std::size_t at, std::size_t characters) {
    while (characters > 0 && at < text.size()) {
        if (characters >= at_once && ascii_at_once(text, at + 1)) {
            at += at_once;
            characters -= at_once;
            continue;
        }
        do ++at;
        while (at < text.size() && is_continuation(text[at]));
        --characters;
    }
    return at;
}

std::size_t characters_back(std::string_view text, std::size_t at, std::size_t characters) {
    while (characters > 0 && at > 0) {
        if (characters >= at_once && at >= at_once && ascii_at_once(text, at - at_once)) {
            at -= at_once;
            characters -= at_once;
            continue;
        }
        do --at;
        while (at > 0 && is_continuation(text[at]));
        --characters;
    }
    return at;
}

void append_utf8(std::string& text, char32_t point) {
    const auto add = [&](char32_t byte) {
        text += static_cast<char>(static_cast<unsigned char>(byte));
    };
    if (point < 0x80) {
        add(point);
    } else if (point < 0x800) {
        add(0xC0 | point >> 6);
        add(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        add(0xE0 | point >> 12);
        add(0x80 | (point >> 6 & 0x3F));
        add(0x80 | (point & 0x3F));
    } else {
        add(0xF0 | point >> 18);
        add(0x80 | (point >> 12 & 0x3F));
        add(0x80 | (point >> 6 & 0x3F));
        add(0x80 | (point & 0x3F));
    }
}

std::string_view cut(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    return text.substr(0, bytes);
}

std::string escaped(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string line;
    line.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto length = sequence_length(text, at);
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool c1 =
            length == 2 && byte == 0xC2 && static_cast<unsigned char>(text[at + 1]) < 0xA0;
        if (length == 0 || byte < 0x20 || byte == 0x7F || c1) {
            for (std::size_t i = at; i < at + std::max<std::size_t>(1, length); ++i) {
                const auto value = static_cast<unsigned char>(text[i]);
                line += "\\x";
                line += digits[value >> 4];
                line += digits[value & 15];
            }
        } else {
            line.append(text.substr(at, length));
        }
        at += std::max<std::size_t>(1, length);
    }
    return line;
}

std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit) {
    if (left.size() > right.size()) std::swap(left, right);
    if (right.size() - left.size() > limit) return limit + 1;
    std::vector<std::size_t> row(left.size() + 1);
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = i;
    for (std::size_t r = 1; r <= right.size(); ++r) {
        std::size_t diagonal = row[0];
        row[0] = r;
        for (std::size_t l = 1; l <= left.size(); ++l) {
            const std::size_t above = row[l];
            const std::size_t change = diagonal + (left[l - 1] == right[r - 1] ? 0 : 1);
            row[l] = std::min({above + 1, row[l - 1] + 1, change});
            diagonal = above;
        }
    }
    return std::min(row.back(), limit + 1);
}

}  // namespace archive
