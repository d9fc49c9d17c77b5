// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/charset.h"

#include "archive/base/text.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/older_charsets.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

namespace indexer {

namespace {

constexpr std::size_t sniffed_bytes = 2'048;
constexpr std::size_t detected_bytes = 256U << 10;
constexpr std::size_t good_for_one_bad = 2'000;  // so many bytes of UTF-8 forgive a bad one

/// What a declared name means in practice.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> meanings{{
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"shift_jis", "windows-31j"},
    {"ks_c_5601-1987", "windows-949"},
    {"euc-kr", "windows-949"},
}};

std::string meant_by(std::string_view charset) {
    std::string lower = archive::ascii_lower(archive::trimmed(charset));
    for (const auto& [name, meaning] : meanings) {
        if (name == lower) return std::string(meaning);
    }
    return lower;
}

bool names_utf8(std::string_view charset) {
    return charset == "utf-8" || charset == "utf8";
}

std::string detected_charset(std::string_view bytes) {
    const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
    const auto head = bytes.substr(0, detected_bytes);
    if (uchardet_handle_data(detector.get(), head.data(), head.size()) != 0) return {};
    uchardet_data_end(detector.get());
    const std::string charset = meant_by(uchardet_get_charset(detector.get()));
    return names_utf8(charset) ? charset
                               : or_older_charset(head, charset.empty() ? "windows-1252" : charset);
}

/// "UTF-16LE" or "UTF-16BE" when every second byte is mostly NUL, as in text without a mark.
std::string_view sixteen_bits(std::string_view bytes) {
    constexpr std::size_t fewest = 16;
    const auto head = bytes.substr(0, 1'000);
    if (head.size() < fewest) return {};
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (head[i] == '\0') ++nuls[i % 2];
    }
    if (nuls[1] * 3 > head.size() && nuls[0] * 10 < nuls[1]) return "UTF-16LE";
    if (nuls[0] * 3 > head.size() && nuls[1] * 10 < nuls[0]) return "UTF-16BE";
    return {};
}

/// `bytes` from `charset` to UTF-8; nothing when nobody knows that charset.
std::optional<DecodedText> converted(std::string_view bytes, const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(
        ucnv_open(charset.c_str(), &status), ucnv_close);
    if (U_FAILURE(status) || charset.empty()) return std::nullopt;
    const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(),
                                  status);
    if (U_FAILURE(status)) return std::nullopt;
    DecodedText decoded;
    constexpr char16_t replacement = 0xfffd;
    for (int32_t i = 0; i < text.length(); ++i) {
        if (text.charAt(i) == replacement) ++decoded.damaged;
    }
    std::string utf8;
    text.toUTF8String(utf8);
    decoded.text = archive::to_valid_utf8(utf8);
    return decoded;
}

/// Where the run of ASCII that begins at `at` ends; eight bytes a step.
std::size_t ascii_end(std::string_view bytes, std::size_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    while (at + sizeof(std::uint64_t) <= bytes.size()) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data() + at, sizeof eight);
        if ((eight & high_bits) != 0) break;
        at += sizeof eight;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
    return at;
}

std::size_t malformed_bytes(std::string_view bytes) {
    std::size_t malformed = 0;
    for (std::size_t at = ascii_end(bytes, 0); at < bytes.size(); at = ascii_end(bytes, at)) {
        const std::size_t begin = at;
        archive::next_code_point(bytes, at);
        if (at == begin + 1) ++malformed;
    }
    return malformed;
}

DecodedText from_utf8(std::string_view bytes) {
    DecodedText decoded;
    decoded.damaged = malformed_bytes(bytes);
    decoded.text = decoded.damaged == 0 ? std::string(bytes) : archive::to_valid_utf8(bytes);
    return decoded;
}

/// CRLF and CR become \n, NUL vanishes.
void settle_line_ends(std::string& text) {
    if (text.find('\0') != std::string::npos) {
        text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
    }
    if (text.find('\r') == std::string::npos) return;
    std::size_t out = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            text[out++] = text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            text[out++] = '\n';
        }
    }
    text.resize(out);
}

DecodedText decoded_bytes(std::string_view bytes, std::string_view declared) {
    std::size_t mark = 0;
    const auto marked = charset_of_mark(bytes, mark);
    bytes.remove_prefix(mark);
    if (marked == "UTF-8") return from_utf8(bytes);
    if (!marked.empty()) {
        if (auto text = converted(bytes, std::string(marked))) return *std::move(text);
    }
    if (const auto wide = sixteen_bits(bytes); !wide.empty()) {
        if (auto text = converted(bytes, std::string(wide))) return *std::move(text);
    }
    if (auto text = from_utf8(bytes); text.damaged <= bytes.size() / good_for_one_bad) return text;
    for (const auto& name : {std::string(declared), declared_in_markup(bytes)}) {
        const std::string charset = meant_by(name);
        if (charset.empty() || names_utf8(charset)) continue;
        if (auto text = converted(bytes, charset)) return *std::move(text);
    }
    const std::string detected = detected_charset(bytes);
    if (names_utf8(detected)) return from_utf8(bytes);
    if (auto text = converted(bytes, detected)) return *std::move(text);
    if (auto text = converted(bytes, "windows-1252")) return *std::move(text);
    return from_utf8(bytes);
}

}  // namespace

std::string_view charset_of_mark(std::string_view bytes, std::size_t& mark) {
    using namespace std::string_view_literals;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> marks{{
        {"\xef\xbb\xbf"sv, "UTF-8"},
        {"\xff\xfe\0\0"sv, "UTF-32LE"},
        {"\0\0\xfe\xff"sv, "UTF-32BE"},
        {"\xff\xfe"sv, "UTF-16LE"},
        {"\xfe\xff"sv, "UTF-16BE"},
    }};
    for (const auto& [begin, charset] : marks) {
        if (bytes.substr(0, begin.size()) == begin) {
            mark = begin.size();
            return charset;
        }
    }
    mark = 0;
    return {};
}

std::string declared_in_markup(std::string_view bytes) {
    const std::string head = archive::ascii_lower(bytes.substr(0, sniffed_bytes));
    if (head.find('<') == std::string::npos) return {};
    for (const std::string_view key : {"charset=", "encoding="}) {
        auto at = head.find(key);
        if (at == std::string::npos) continue;
        at = head.find_first_not_of("\"' ", at + key.size());
        if (at == std::string::npos) continue;
        const auto end = head.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_:.", at);
        return head.substr(at, end - at);
    }
    return {};
}

std::string charset_of(std::string_view head) {
    std::size_t mark = 0;
    if (const auto marked = charset_of_mark(head, mark); !marked.empty()) {
        return std::string(marked);
    }
    if (const auto wide = sixteen_bits(head); !wide.empty()) return std::string(wide);
    for (std::size_t cut = 0; cut <= std::min<std::size_t>(3, head.size()); ++cut) {
        if (archive::is_utf8(head.substr(0, head.size() - cut))) return "UTF-8";
    }
    if (malformed_bytes(head) <= head.size() / good_for_one_bad) return "UTF-8";
    for (const auto& charset : {meant_by(declared_in_markup(head)), detected_charset(head)}) {
        if (charset.empty() || names_utf8(charset)) continue;
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<UConverter, void (*)(UConverter*)> known(
            ucnv_open(charset.c_str(), &status), ucnv_close);
        if (U_SUCCESS(status)) return charset;
    }
    return names_utf8(detected_charset(head)) ? "UTF-8" : "windows-1252";
}

DecodedText decode_text(std::string_view bytes, std::string_view declared) {
    auto decoded = decoded_bytes(bytes, declared);
    settle_line_ends(decoded.text);
    return decoded;
}

}  // namespace indexer
