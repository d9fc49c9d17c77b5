// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/line_shape.h"

#include "archive/base/text.h"

#include <unicode/uchar.h>

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <initializer_list>

namespace indexer {

namespace {

constexpr std::string_view ascii_blanks = " \t\r\n\f\v";

/// Blanks of other widths: no-break, zero-width, the byte-order mark, the ideographic one.
constexpr std::array<std::string_view, 7> wide_blanks{"\u00a0", "\u200b", "\u200e", "\u200f",
                                                      "\u202f", "\u3000", "\ufeff"};

bool starts(std::string_view text, std::string_view begin) {
    return text.substr(0, begin.size()) == begin;
}

bool ends(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool strip_front(std::string_view& line) {
    if (line.empty()) return false;
    if (ascii_blanks.find(line.front()) != std::string_view::npos) {
        line.remove_prefix(1);
        return true;
    }
    if (static_cast<unsigned char>(line.front()) < 0x80) return false;
    for (const auto blank : wide_blanks) {
        if (starts(line, blank)) {
            line.remove_prefix(blank.size());
            return true;
        }
    }
    return false;
}

bool strip_back(std::string_view& line) {
    if (line.empty()) return false;
    if (ascii_blanks.find(line.back()) != std::string_view::npos) {
        line.remove_suffix(1);
        return true;
    }
    if (static_cast<unsigned char>(line.back()) < 0x80) return false;
    for (const auto blank : wide_blanks) {
        if (ends(line, blank)) {
            line.remove_suffix(blank.size());
            return true;
        }
    }
    return false;
}

bool strip_any(std::string_view& line, std::initializer_list<std::string_view> closings) {
    for (const auto closing : closings) {
        if (ends(line, closing)) {
            line.remove_suffix(closing.size());
            return true;
        }
    }
    return false;
}

/// Scripts that write no blanks between words.
bool unspaced(char32_t point) {
    return (point >= 0x0e00 && point <= 0x0eff) || (point >= 0x1780 && point <= 0x17ff)
           || (point >= 0x3040 && point <= 0x30ff) || (point >= 0x3400 && point <= 0x9fff)
           || (point >= 0x20000 && point <= 0x3ffff);
}

constexpr std::uint64_t each_byte(unsigned char byte) {
    return 0x0101010101010101U * byte;
}

/// The highest bit of each of eight bytes that is `byte` (Warren, Hacker's Delight, section 6-1).
constexpr std::uint64_t equal_to(std::uint64_t eight, unsigned char byte) {
    const auto differing = eight ^ each_byte(byte);
    return ~(((differing & each_byte(0x7F)) + each_byte(0x7F)) | differing | each_byte(0x7F));
}

/// The words that begin in the first bytes of a line, eight at a time, as long as no character may
/// be of an unspaced script. Moves `at` on; `inside` says whether a word goes on there.
std::size_t words_in_eights(std::string_view line, std::size_t& at, bool& inside) {
    std::size_t words = 0;
    std::uint64_t eight = 0;
    for (; at + sizeof eight <= line.size(); at += sizeof eight) {
        std::memcpy(&eight, line.data() + at, sizeof eight);
        const auto wide = eight & (eight << 1U) & (eight << 2U) & each_byte(0x80);  // 0xE0 and more
        if (wide != 0) break;
        const auto blank = equal_to(eight, ' ') | equal_to(eight, '\t') | equal_to(eight, '\n');
        const auto behind_blank = blank << 8U | (inside ? 0U : 0x80U);
        words += static_cast<std::size_t>(std::popcount(~blank & behind_blank & each_byte(0x80)));
        inside = (blank >> 63U) == 0;
    }
    return words;
}

}  // namespace

std::string_view stripped(std::string_view line) {
    while (strip_front(line)) {
    }
    while (strip_back(line)) {
    }
    return line;
}

std::size_t word_count(std::string_view line) {
    std::size_t run = 0;  // characters of an unspaced script
    bool inside = false;
    std::size_t at = 0;
    static_assert(std::endian::native == std::endian::little);
    std::size_t words = 0;
    for (;;) {
        words += words_in_eights(line, at, inside);
        if (at == line.size()) break;
        const auto byte = static_cast<unsigned char>(line[at]);
        if (byte == ' ' || byte == '\t' || byte == '\n') {
            inside = false;
            ++at;
            continue;
        }
        if (!inside) ++words;
        inside = true;
        if (byte < 0xe0) {
            ++at;  // of two bytes the second counts for nothing
        } else if (unspaced(archive::next_code_point(line, at))) {
            ++run;
        }
    }
    return words + run / 2;
}

bool ends_sentence(std::string_view line) {
    constexpr std::size_t most_closings = 6;
    for (std::size_t i = 0; i < most_closings; ++i) {
        if (!strip_any(line, {"\"", "'", ")", "]", " ", "\u201d", "\u2019", "\u00bb", "\u201c",
                              "\u203a", "\u00a0", "\u300d", "\uff09"})) {
            break;
        }
    }
    return strip_any(line, {".", "!", "?", ":", ";", "\u2026", "\u3002", "\uff01", "\uff1f",
                            "\u0964", "\u061f", "\u06d4", "\u1362", "\uff1a"});
}

bool begins_lower(std::string_view line) {
    if (line.empty()) return false;
    std::size_t at = 0;
    return u_islower(static_cast<UChar32>(archive::next_code_point(line, at))) != 0;
}

bool all_capitalised(std::string_view line) {
    for (const auto word : archive::split(line, ' ')) {
        if (begins_lower(word)) return false;
    }
    return true;
}

bool has_words(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        const auto point = static_cast<UChar32>(archive::next_code_point(line, at));
        if (u_isalnum(point) != 0) return true;
    }
    return false;
}

std::string comparable(std::string_view line) {
    std::string lower(line.size(), '\0');
    std::size_t size = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (c >= 'A' && c <= 'Z') {
            lower[size++] = static_cast<char>(c - 'A' + 'a');
        } else if (c == '\xe2'
                   && (starts(line.substr(at), "\u2019") || starts(line.substr(at), "\u2018"))) {
            lower[size++] = '\'';
            at += 2;
        } else if (c == '\xc2' && starts(line.substr(at), "\u00a0")) {
            lower[size++] = ' ';
            at += 1;
        } else {
            lower[size++] = c;
        }
    }
    lower.resize(size);
    return lower;
}

}  // namespace indexer
