// SPDX-License-Identifier: GPL-2.0-or-later
// identity.h - The id an article keeps: when its text changes, when the index is rebuilt.
//
// Sixteen characters of base 32 (Crockford's digits, lower case: 80 bits) of the XXH3 128-bit hash
// of what the article is known by, such as "b3k7q2m9x4t1c8va". That is the id given by its metadata
// with its source, else its canonical URL, else its path and record number.
#pragma once

#include "archive/model/article.h"

#include <algorithm>
#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace archive {

inline constexpr std::size_t article_id_size = 16;

/// An article id as files and lists of many articles hold it: its characters, NUL where there is
/// none. A string of sixteen characters would take 64 bytes.
struct IdBytes {
    std::array<char, article_id_size> characters{};

    IdBytes() = default;
    /// Longer texts are cut, shorter ones filled up with NUL.
    template <typename Text>
    requires std::convertible_to<const Text&, std::string_view> &&(!std::same_as<Text, IdBytes>)
        IdBytes(const Text& id)  // NOLINT(google-explicit-constructor): the same id in another form
        : IdBytes(filled(id)) {}

    operator std::string_view() const {  // NOLINT(google-explicit-constructor)
        const auto end = std::find(characters.begin(), characters.end(), '\0');
        return {characters.data(), static_cast<std::size_t>(end - characters.begin())};
    }
    bool empty() const { return characters.front() == '\0'; }

    friend auto operator<=>(const IdBytes&, const IdBytes&) = default;  // NOLINT: no null here
    friend bool operator==(const IdBytes&, const IdBytes&) = default;
    friend bool operator==(const IdBytes& left, std::string_view right) {
        return std::string_view(left) == right;
    }

private:
    static IdBytes filled(std::string_view id);
};
static_assert(sizeof(IdBytes) == article_id_size);

/// For tables of ids, in memory only.
std::size_t hash_of(const IdBytes& id);

/// The id of an article by its external_id, source, url and provenance. `root` is the setting
/// archive.root, a real path or empty: paths below it count from there, so that an archive can
/// move.
std::string article_id(const Article& article, std::string_view root = {});

/// Whether `text` has the form of an article's id.
bool is_article_id(std::string_view text);

/// Where an id stands among all that could be, in the order of their bytes: from 0 to 1. Ids are
/// hashes, so that about this part of many sorts before it. Of other texts it says little.
double place_among_ids(const IdBytes& id);

/// `url` as it is compared: scheme and host in lower case, http as https, without "www.", default
/// port, fragment, trailing slash and parameters that only track the visitor (utm_...); parameters
/// keep their order. Empty for what is no http or https address.
std::string canonical_url(std::string_view url);

/// `path` below `root`, without a leading slash; `path` itself where it does not lie below.
std::string_view path_below(std::string_view path, std::string_view root);

}  // namespace archive
