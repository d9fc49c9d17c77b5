// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/older_charsets.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <memory>

namespace indexer {

namespace {

constexpr std::size_t looked_bytes = 256U << 10;
constexpr std::size_t high_bytes = 128;

using Letters = std::bitset<high_bytes>;

/// Which bytes from 0x80 on are small letters in a charset of one byte a letter; none for others.
Letters small_letters(const std::string& charset) {
    Letters letters;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(
        ucnv_open(charset.c_str(), &status), ucnv_close);
    if (U_FAILURE(status) || ucnv_getMaxCharSize(converter.get()) != 1) return letters;
    for (std::size_t i = 0; i < high_bytes; ++i) {
        const char byte = static_cast<char>(i + high_bytes);
        const icu::UnicodeString text(&byte, 1, converter.get(), status);
        if (U_FAILURE(status)) return letters;
        letters[i] = text.length() == 1 && u_islower(text.char32At(0)) != 0;
    }
    return letters;
}

bool is_small(unsigned char byte) {
    return byte >= 'a' && byte <= 'z';
}

/// Apostrophes, quotation marks, dashes and dots of windows-1252, which join words ("don\x92t") and
/// say nothing of letters.
bool is_mark(unsigned char byte) {
    return byte == 0x85 || (byte >= 0x91 && byte <= 0x97);
}

/// How often each byte from 0x80 on stands between two small letters.
std::array<std::size_t, high_bytes> inside_words(std::string_view bytes) {
    std::array<std::size_t, high_bytes> counts{};
    bytes = bytes.substr(0, looked_bytes);
    for (std::size_t i = 1; i + 1 < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte < high_bytes || is_mark(byte)) continue;
        if (is_small(static_cast<unsigned char>(bytes[i - 1]))
            && is_small(static_cast<unsigned char>(bytes[i + 1]))) {
            ++counts[byte - high_bytes];
        }
    }
    return counts;
}

/// Whether the text has no letters beyond ASCII, only signs as a word processor sets them: English
/// whose apostrophes a detector takes for letters of the Macintosh ("don\u00edt").
bool only_signs(std::string_view bytes) {
    constexpr std::string_view signs = "\x80\x99\xa0\xa3\xa9\xae\xb0";
    const auto beyond = [](char c) { return static_cast<unsigned char>(c) >= high_bytes; };
    return std::all_of(bytes.begin(), bytes.end(), [&](char c) {
        return !beyond(c) || is_mark(static_cast<unsigned char>(c))
               || signs.find(c) != std::string_view::npos;
    });
}

}  // namespace

std::string or_older_charset(std::string_view bytes, const std::string& charset) {
    constexpr std::size_t fewest = 3;
    const auto counts = inside_words(bytes);
    const auto fitting = [&](const Letters& letters) {
        std::size_t sum = 0;
        for (std::size_t i = 0; i < high_bytes; ++i) sum += letters[i] ? counts[i] : 0;
        return sum;
    };
    std::size_t all = 0;
    for (const auto count : counts) all += count;
    const auto known = small_letters(charset);
    if (known.any() && only_signs(bytes.substr(0, looked_bytes))) return "windows-1252";
    // None at all: a charset of several bytes a letter.
    if (all < fewest || known.none() || fitting(known) * 10 >= all * 9) return charset;
    static const std::array<std::string, 2> older{"macintosh", "ibm-850"};
    static const std::array<Letters, 2> letters{small_letters(older[0]), small_letters(older[1])};
    const std::array<std::size_t, 2> fit{fitting(letters[0]), fitting(letters[1])};
    const std::size_t best = fit[0] >= fit[1] ? 0 : 1;
    return fit[best] * 10 >= all * 9 ? older[best] : charset;
}

}  // namespace indexer
