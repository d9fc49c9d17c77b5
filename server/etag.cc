// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/etag.h"

#include "archive/base/text.h"

#include <xxhash.h>

#include <array>
#include <cstdint>

namespace server {
namespace {

std::string_view without_quotes(std::string_view etag) {
    if (etag.starts_with("W/")) etag.remove_prefix(2);
    if (etag.size() < 2 || etag.front() != '"' || etag.back() != '"') return {};
    return etag.substr(1, etag.size() - 2);
}

std::string_view without_coding(std::string_view opaque) {
    for (const std::string_view ending : {"-gzip", "-br"}) {
        if (opaque.ends_with(ending)) return opaque.substr(0, opaque.size() - ending.size());
    }
    return opaque;
}

}  // namespace

std::string etag_of(std::initializer_list<std::string_view> parts) {
    std::string joined;
    for (const auto part : parts) {
        joined += std::to_string(part.size());
        joined += ':';
        joined += part;
    }
    const XXH128_hash_t hash = XXH3_128bits(joined.data(), joined.size());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string etag = "\"";
    for (int shift = 60; shift >= 0; shift -= 4) etag += digits[(hash.high64 >> shift) & 15U];
    for (int shift = 60; shift >= 32; shift -= 4) etag += digits[(hash.low64 >> shift) & 15U];
    return etag + '"';
}

bool names_etag(std::string_view if_none_match, std::string_view etag) {
    const auto wanted = without_coding(without_quotes(etag));
    for (const auto part : archive::split(if_none_match, ',')) {
        const auto entry = archive::trimmed(part);
        if (entry == "*") return true;
        const auto opaque = without_coding(without_quotes(entry));
        if (!opaque.empty() && opaque == wanted) return true;
    }
    return false;
}

std::string etag_in_coding(std::string_view etag, std::string_view coding) {
    const auto opaque = without_quotes(etag);
    if (coding.empty() || opaque.empty()) return std::string(etag);
    return '"' + std::string(opaque) + '-' + std::string(coding) + '"';
}

}  // namespace server
