// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/fold.h"

#include "archive/base/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace archive {

namespace {

bool plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool loses_marks(UChar32 point) {
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(point, &status);
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

/// Letters that no decomposition reaches.
std::u16string_view spelled_out(UChar32 point) {
    switch (point) {
        case 0xDF: return u"ss";
        case 0xE6: return u"ae";
        case 0xF0: return u"d";
        case 0xF8: return u"o";
        case 0xFE: return u"th";
        case 0x111: return u"d";
        case 0x131: return u"i";
        case 0x142: return u"l";
        case 0x153: return u"oe";
        default: return {};
    }
}

std::string folded_unicode(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* compose = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto* decompose = icu::Normalizer2::getNFDInstance(status);
    const auto source = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    const auto parts = decompose->normalize(compose->normalize(source, status), status);
    icu::UnicodeString kept;
    bool drops = false;
    for (int32_t i = 0; i < parts.length();) {
        const UChar32 point = parts.char32At(i);
        i += U16_LENGTH(point);
        if (u_charType(point) == U_NON_SPACING_MARK) {
            if (!drops) kept.append(point);
            continue;
        }
        drops = loses_marks(point);
        const auto spelled = spelled_out(point);
        if (spelled.empty()) {
            kept.append(point);
        } else {
            kept.append(spelled.data(), static_cast<int32_t>(spelled.size()));
        }
    }
    std::string result;
    compose->normalize(kept, status).toUTF8String(result);
    return result;
}

char without_case(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Appends a blank where there is none, and not in front.
void part(std::string& text) {
    if (!text.empty() && text.back() != ' ') text += ' ';
}

std::string without_last_blank(std::string text) {
    if (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

std::string folded_ascii(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        if (c == ' ' || (c >= '\t' && c <= '\r'))
            part(result);
        else
            result += without_case(c);
    }
    return without_last_blank(std::move(result));
}

std::string folded_ascii_words(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char upper : text) {
        const char c = without_case(upper);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            result += c;
        else if (c != '\'' && c != '.')
            part(result);
    }
    return without_last_blank(std::move(result));
}

}  // namespace

std::string folded(std::string_view text) {
    if (plain_ascii(text)) return folded_ascii(text);
    const std::string lower = folded_unicode(text);
    std::string result;
    for (std::size_t at = 0; at < lower.size();) {
        const std::size_t begin = at;
        const auto point = static_cast<UChar32>(next_code_point(lower, at));
        if (u_isUWhiteSpace(point))
            part(result);
        else
            result.append(lower, begin, at - begin);
    }
    return without_last_blank(std::move(result));
}

std::string folded_words(std::string_view text) {
    if (plain_ascii(text)) return folded_ascii_words(text);
    const std::string lower = folded_unicode(text);
    std::string result;
    for (std::size_t at = 0; at < lower.size();) {
        const std::size_t begin = at;
        const auto point = static_cast<UChar32>(next_code_point(lower, at));
        const auto type = u_charType(point);
        const bool mark = type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
        if (u_isalnum(point) || mark) {
            result.append(lower, begin, at - begin);
        } else if (point != '\'' && point != 0x2019 && point != '.') {
            part(result);
        }
    }
    return without_last_blank(std::move(result));
}

}  // namespace archive
