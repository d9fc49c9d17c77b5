// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/language.h"

#include "archive/base/text.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>  // CLD2's header needs it before itself

namespace indexer {

namespace {

constexpr std::size_t read_bytes = 2'048;
constexpr std::size_t fewest_letters = 20;
constexpr std::size_t sure_characters = 120;

struct Code {
    std::string_view from;
    std::string_view to;
};

/// Codes of older lists and of three letters, and those for one written language in two.
constexpr std::array<Code, 33> codes{{
    {"nb", "no"},  {"nn", "no"},  {"iw", "he"},  {"in", "id"},  {"jw", "jv"},  {"mo", "ro"},
    {"fil", "tl"}, {"eng", "en"}, {"deu", "de"}, {"ger", "de"}, {"fra", "fr"}, {"fre", "fr"},
    {"spa", "es"}, {"ita", "it"}, {"por", "pt"}, {"nld", "nl"}, {"dut", "nl"}, {"rus", "ru"},
    {"ukr", "uk"}, {"pol", "pl"}, {"ces", "cs"}, {"cze", "cs"}, {"swe", "sv"}, {"dan", "da"},
    {"nor", "no"}, {"fin", "fi"}, {"tur", "tr"}, {"ara", "ar"}, {"zho", "zh"}, {"chi", "zh"},
    {"jpn", "ja"}, {"kor", "ko"}, {"hin", "hi"},
}};

bool enough_letters(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size() && letters < fewest_letters;) {
        const auto point = static_cast<UChar32>(archive::next_code_point(text, at));
        if (u_isalpha(point) != 0) ++letters;
    }
    return letters >= fewest_letters;
}

/// Whether a text is nothing but what a keyboard without accents has: it is valid in every sense
/// that CLD2 would look for.
bool plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= ' ' && c <= '~') || c == '\n' || c == '\t' || c == '\r';
    });
}

}  // namespace

std::string language_code(std::string_view declared) {
    std::string code;
    for (const char c : archive::ascii_lower(archive::trimmed(declared))) {
        if (c < 'a' || c > 'z') break;
        code += c;
    }
    if (code.size() < 2 || code.size() > 3 || code == "und" || code == "mul") return {};
    for (const auto& row : codes) {
        if (row.from == code) return std::string(row.to);
    }
    return code;
}

namespace {

/// `prior` is a code to start from, or null.
std::string detected(std::string_view text, const char* prior) {
    text = archive::cut(text, read_bytes);
    if (!enough_letters(text)) return {};
    constexpr bool plain_text = true;
    const CLD2::CLDHints hints{prior, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percent{};
    std::array<double, 3> scores{};
    int text_bytes = 0;
    int valid_prefix_bytes = 0;
    bool reliable = false;
    const auto bytes = static_cast<int>(text.size());
    const auto best = plain_ascii(text) ? CLD2::ExtDetectLanguageSummary(
                          text.data(), bytes, plain_text, &hints, 0, languages.data(),
                          percent.data(), scores.data(), nullptr, &text_bytes, &reliable)
                                        : CLD2::ExtDetectLanguageSummaryCheckUTF8(
                                            text.data(), bytes, plain_text, &hints, 0,
                                            languages.data(), percent.data(), scores.data(),
                                            nullptr, &text_bytes, &reliable, &valid_prefix_bytes);
    if (!reliable || best == CLD2::UNKNOWN_LANGUAGE) return {};
    return language_code(CLD2::LanguageCode(best));
}

}  // namespace

std::string detected_language(std::string_view text) {
    return detected(text, nullptr);
}

std::string language_with_prior(std::string_view body, std::string_view title,
                                std::string_view prior) {
    const std::string code(prior);
    std::string found = detected(archive::trimmed(body).empty() ? title : body, code.c_str());
    return found.empty() || found == "un" ? code : found;
}

std::string language_of(std::string_view body, std::string_view title, std::string_view declared) {
    const auto text = archive::trimmed(body).empty() ? title : archive::cut(body, read_bytes);
    const std::string stated = language_code(declared);
    const bool sure = archive::code_points(text) >= sure_characters;
    if (!stated.empty() && !sure) return stated;
    const std::string found = detected_language(text);
    if (!found.empty() && found != "un") return found;
    return stated.empty() ? "und" : stated;
}

}  // namespace indexer
