// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/identity.h"

#include "archive/base/text.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace archive {

namespace {

constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";

/// How many of them sort before a character.
constexpr std::array<std::uint8_t, 256> places_of_digits() {
    std::array<std::uint8_t, 256> places{};
    std::uint8_t before = 0;
    int character = 0;
    for (auto& place : places) {
        place = before;
        if (digits.find(static_cast<char>(character++)) != std::string_view::npos) ++before;
    }
    return places;
}
constexpr auto digit_places = places_of_digits();

/// The first 80 bits of the hash, five at a time.
std::string id_of(std::string_view identity) {
    XXH128_canonical_t bytes;
    XXH128_canonicalFromHash(&bytes, XXH3_128bits(identity.data(), identity.size()));
    std::string id;
    id.reserve(article_id_size);
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (std::size_t at = 0; id.size() < article_id_size;) {
        if (bits < 5) {
            held = held << 8 | bytes.digest[at++];
            bits += 8;
        }
        bits -= 5;
        id += digits[held >> bits & 31U];
    }
    return id;
}

/// Parameters that say how a visitor came, not which page it is.
bool only_tracks(std::string_view parameter) {
    constexpr std::array<std::string_view, 8> names{"fbclid", "gclid",  "dclid",  "msclkid",
                                                    "mc_cid", "mc_eid", "igshid", "cmpid"};
    const std::string name = ascii_lower(parameter.substr(0, parameter.find('=')));
    return name.starts_with("utm_") || std::find(names.begin(), names.end(), name) != names.end();
}

std::string query_without_tracking(std::string_view query) {
    std::string kept;
    for (const auto parameter : split(query, '&')) {
        if (parameter.empty() || only_tracks(parameter)) continue;
        kept += kept.empty() ? '?' : '&';
        kept += parameter;
    }
    return kept;
}

/// What stands behind "http://" or "https://"; nothing for other schemes.
std::optional<std::string_view> without_scheme(std::string_view url) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (url.size() > scheme.size() && ascii_lower(url.substr(0, scheme.size())) == scheme) {
            return url.substr(scheme.size());
        }
    }
    return std::nullopt;
}

}  // namespace

std::string canonical_url(std::string_view url) {
    const auto rest = without_scheme(trimmed(url));
    if (!rest) return {};
    const std::string_view address = rest->substr(0, rest->find('#'));
    const auto host_end = address.find_first_of("/?");
    std::string host = ascii_lower(address.substr(0, host_end));
    if (const auto user = host.rfind('@'); user != std::string::npos) host.erase(0, user + 1);
    if (host.starts_with("www.")) host.erase(0, 4);
    for (const std::string_view port : {":80", ":443"}) {
        if (host.ends_with(port)) host.resize(host.size() - port.size());
    }
    if (host.empty()) return {};
    std::string_view path, query;
    if (host_end != std::string_view::npos) {
        path = address.substr(host_end);
        if (const auto mark = path.find('?'); mark != std::string_view::npos) {
            query = path.substr(mark + 1);
            path = path.substr(0, mark);
        }
    }
    while (path.ends_with('/')) path.remove_suffix(1);
    std::string canonical = "https://" + host;
    canonical += path;
    canonical += query_without_tracking(query);
    return canonical;
}

std::string_view path_below(std::string_view path, std::string_view root) {
    while (root.ends_with('/')) root.remove_suffix(1);
    if (root.empty() || path.size() <= root.size() + 1 || !path.starts_with(root)
        || path[root.size()] != '/') {
        return path;
    }
    return path.substr(root.size() + 1);
}

std::string article_id(const Article& article, std::string_view root) {
    // The parts are divided by NUL, which no article's text holds, and begin with their kind: an
    // external id never equals an address.
    constexpr char divider = '\0';
    std::string identity;
    if (!article.external_id.empty()) {
        identity = "id";
        identity += divider;
        identity += article.external_id;
        identity += divider;
        identity += ascii_lower(trimmed(article.source));
    } else if (const std::string url = canonical_url(article.url); !url.empty()) {
        identity = "url";
        identity += divider;
        identity += url;
    } else {
        identity = "path";
        identity += divider;
        identity += path_below(article.provenance.path, root);
        identity += divider;
        identity += std::to_string(article.provenance.record);
    }
    return id_of(identity);
}

IdBytes IdBytes::filled(std::string_view id) {
    IdBytes bytes;
    std::copy_n(id.begin(), std::min(id.size(), article_id_size), bytes.characters.begin());
    return bytes;
}

std::size_t hash_of(const IdBytes& id) {
    return XXH3_64bits(id.characters.data(), id.characters.size());
}

double place_among_ids(const IdBytes& id) {
    constexpr std::size_t telling = 12;  // characters: more than a double holds
    double place = 0, width = 1;
    for (const char c : std::span(id.characters).first<telling>()) {
        width /= static_cast<double>(digits.size());
        place += digit_places[static_cast<unsigned char>(c)] * width;
    }
    return place;
}

bool is_article_id(std::string_view text) {
    return text.size() == article_id_size
           && text.find_first_not_of(digits) == std::string_view::npos;
}

}  // namespace archive
