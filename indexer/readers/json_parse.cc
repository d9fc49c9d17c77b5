// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_parse.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/json_ld.h"
#include "indexer/readers/json_quick.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace indexer {

namespace {

using archive::Error;
using archive::ErrorCode;

// A value costs up to 64 bytes of memory, whatever it holds: "[{},{},..." of 32 MiB would take 700.
constexpr std::size_t most_values = 1'000'000;

Error unreadable(std::string message) {
    return {ErrorCode::article_unreadable, std::move(message), {}, {}};
}

/// The four digits of "\uXXXX" at `at`, or nothing.
std::optional<unsigned> escaped_unit(std::string_view text, std::size_t at) {
    if (text.size() < at + 6 || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
    unsigned unit = 0;
    const char* digits = text.data() + at + 2;
    const auto read = std::from_chars(digits, digits + 4, unit, 16);
    if (read.ec != std::errc() || read.ptr != digits + 4) return std::nullopt;
    return unit;
}

bool is_high(unsigned unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low(unsigned unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

/// "\ud800" without its other half becomes "\ufffd".
std::string with_whole_pairs(std::string_view text) {
    std::string whole;
    whole.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length =
            text[at] == '\\' ? std::min<std::size_t>(2, text.size() - at) : 1;
        const auto unit = escaped_unit(text, at);
        if (!unit || (!is_high(*unit) && !is_low(*unit))) {
            whole.append(text.substr(at, length));
            at += length;
            continue;
        }
        const auto next = escaped_unit(text, at + 6);
        const bool pair = is_high(*unit) && next && is_low(*next);
        whole.append(pair ? text.substr(at, 12) : std::string_view("\\ufffd"));
        at += pair ? 12 : 6;
    }
    return whole;
}

/// The library's words without its own name: "unexpected end of input at byte 8".
std::string reason_of(const nlohmann::json::exception& error) {
    std::string_view words = error.what();
    if (const auto tag = words.find("] "); tag != std::string_view::npos) {
        words.remove_prefix(tag + 2);
    }
    if (const auto doing = words.find(" - "); doing != std::string_view::npos) {
        words.remove_prefix(doing + 3);
    } else if (const auto place = words.find(": "); place != std::string_view::npos) {
        words.remove_prefix(place + 2);
    }
    words = words.substr(0, std::min(words.find("; last read"), words.find("; expected")));
    constexpr std::size_t enough = 120;
    std::string reason(archive::cut(words, enough));
    if (const auto* parse_error = dynamic_cast<const nlohmann::json::parse_error*>(&error)) {
        reason += " at byte " + std::to_string(parse_error->byte);
    }
    return "no valid JSON: " + reason;
}

archive::Result<nlohmann::json> parsed(std::string_view text) {
    try {
        return nlohmann::json::parse(text.begin(), text.end());
    } catch (const nlohmann::json::exception& error) {
        return unreadable(reason_of(error));
    }
}

}  // namespace

std::size_t JsonBrackets::take(std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        if (in_string_) {
            for (; at != end; ++at) {
                if (escaped_) {
                    escaped_ = false;
                } else if (*at == '\\') {
                    escaped_ = true;
                } else if (*at == '"') {
                    in_string_ = false;
                    ++at;
                    break;
                }
            }
            continue;
        }
        switch (*at++) {
            case '"': in_string_ = true; break;
            case ',': ++values_; break;
            case '{':
            case '[':
                ++values_;
                deepest_ = std::max(deepest_, ++levels_);
                break;
            case '}':
            case ']':
                if (levels_ > 0 && --levels_ == 0) {
                    closed_ = true;
                    return static_cast<std::size_t>(at - text.data());
                }
                break;
            default: break;
        }
    }
    return text.size();
}

archive::Result<nlohmann::json> parse_json(std::string_view text) {
    if (auto quick = parsed_quickly(text, archive::limits::json_levels, most_values))
        return *std::move(quick);
    JsonBrackets brackets;
    for (std::string_view rest = text; !rest.empty();) rest.remove_prefix(brackets.take(rest));
    if (brackets.deepest() > archive::limits::json_levels) {
        return unreadable("nested more than " + std::to_string(archive::limits::json_levels)
                          + " levels deep");
    }
    if (brackets.values() > most_values) return unreadable("more than a million values");
    auto value = parsed(text);
    if (value) return value;
    std::string repaired;
    if (!archive::is_utf8(text)) repaired = decode_text(text).text;
    const std::string_view valid = repaired.empty() ? text : std::string_view(repaired);
    if (valid.find("\\ud") != std::string_view::npos
        || valid.find("\\uD") != std::string_view::npos) {
        repaired = with_whole_pairs(valid);
    }
    if (!repaired.empty()) {
        auto again = parsed(repaired);
        if (again) return again;
    }
    // Written by hand, or by a program that had no writer of JSON: commas before a bracket, line
    // ends inside strings.
    const std::string mended = repaired_json(repaired.empty() ? text : std::string_view(repaired));
    if (!mended.empty()) {
        if (auto last = parsed(mended)) return last;
    }
    return value.error();
}

}  // namespace indexer
