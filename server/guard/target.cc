// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/guard/target.h"

#include "archive/base/text.h"
#include "archive/search/query_bytes.h"

#include <algorithm>
#include <utility>

namespace server {

using archive::Error;
using archive::ErrorCode;
using archive::Result;

namespace {

int hexadecimal(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_control_or_blank(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= ' ' || byte == 0x7f;
}

/// The bytes behind the escapes, whatever they are; nothing when an escape is malformed.
std::optional<std::string> unescaped(std::string_view text, bool plus_is_space) {
    std::string bytes;
    bytes.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '+' && plus_is_space) {
            bytes += ' ';
        } else if (text[at] != '%') {
            bytes += text[at];
        } else {
            if (at + 2 >= text.size()) return std::nullopt;
            const int high = hexadecimal(text[at + 1]);
            const int low = hexadecimal(text[at + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            bytes += static_cast<char>(static_cast<unsigned char>(high * 16 + low));
            at += 2;
        }
    }
    return bytes;
}

Error malformed(std::string_view complaint) {
    return {ErrorCode::request_malformed, std::string(complaint)};
}

Result<Parameter> read_parameter(std::string_view piece) {
    const auto equals = std::min(piece.find('='), piece.size());
    auto name = percent_decoded(piece.substr(0, equals), true);
    if (!name) return name.error();
    if (name->find('\0') != std::string::npos) return malformed("a parameter's name holds a NUL");
    const auto written = piece.substr(std::min(equals + 1, piece.size()));
    auto value = unescaped(written, true);
    if (!value) return malformed("the parameter \"" + *name + "\" holds a malformed escape");
    const bool utf8 = archive::is_utf8(*value);
    if (!utf8 || value->find('\0') != std::string::npos) {
        // The query language has a code of its own, which programs that ask for `q` look for.
        if (*name == "q") return *archive::fault_of_bytes(*value);
        return malformed("the value of \"" + *name + "\" "
                         + (utf8 ? "holds a NUL" : "is not UTF-8 text"));
    }
    return Parameter{std::move(*name), std::move(*value)};
}

}  // namespace

Result<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
    auto bytes = unescaped(text, plus_is_space);
    if (!bytes) return malformed("the address holds a malformed escape");
    if (!archive::is_utf8(*bytes)) return malformed("the address holds bytes that are not UTF-8");
    return std::move(*bytes);
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                           || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_'
                           || c == '~';
        if (plain) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        }
    }
    return out;
}

std::string address_of(std::string_view path, std::span<const Parameter> parameters) {
    std::string address(path);
    char before = '?';
    for (const auto& parameter : parameters) {
        address += before;
        address += percent_encoded(parameter.name) + '=' + percent_encoded(parameter.value);
        before = '&';
    }
    return address;
}

Result<Target> read_target(std::string_view raw, const GuardLimits& limits) {
    if (raw.size() > limits.target_bytes) {
        return Error{ErrorCode::request_target_too_long,
                     "an address may have " + std::to_string(limits.target_bytes) + " bytes"};
    }
    if (raw.empty() || raw.front() != '/') return malformed("the address must start with \"/\"");
    // Bytes above ASCII ought to be escaped, but people type them after curl: they stand for
    // themselves.
    const bool printable = std::none_of(raw.begin(), raw.end(), is_control_or_blank);
    if (!printable) return malformed("the address holds a blank or a control character");
    if (raw.find('#') != std::string_view::npos) return malformed("the address holds a \"#\"");

    const auto question = std::min(raw.find('?'), raw.size());
    const auto path = raw.substr(0, question);
    if (path.size() > limits.path_bytes) {
        return Error{ErrorCode::request_target_too_long,
                     "a path may have " + std::to_string(limits.path_bytes) + " bytes"};
    }

    Target target;
    target.raw = raw;
    for (const auto part : archive::split(path.substr(1), '/')) {
        auto segment = percent_decoded(part, false);
        if (!segment) return segment.error();
        const bool control = std::any_of(segment->begin(), segment->end(),
                                         [](char c) { return c != ' ' && is_control_or_blank(c); });
        if (control) return malformed("the path holds a control character");
        target.path += '/';
        target.path += *segment;
        target.segments.push_back(std::move(*segment));
    }

    const auto query = raw.substr(std::min(question + 1, raw.size()));
    for (const auto piece : archive::split(query, '&')) {
        if (piece.empty()) continue;
        if (target.parameters.size() == limits.parameters) {
            return malformed("an address may have " + std::to_string(limits.parameters)
                             + " parameters");
        }
        auto parameter = read_parameter(piece);
        if (!parameter) return parameter.error();
        target.parameters.push_back(std::move(*parameter));
    }
    return target;
}

}  // namespace server
