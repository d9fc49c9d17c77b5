// SPDX-License-Identifier: GPL-2.0-or-later
// article_codec.h - An article as bytes, for the spool and the text store.
//
// Numbers are varints, texts have their length in front, the whole is one zstd frame. The name of
// an entity is left out where the text has it as the first mention: so it is in most articles, and
// names were a twelfth of what is stored (2026-11-23). Part of the schema: another layout is
// another schema::version.
#pragma once

#include "archive/model/article.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace archive {

/// The article, uncompressed; equal articles give equal bytes.
std::string encode_article(const Article& article);

/// What of a stored article is read. A row shows no places of names, quotations, provenance and
/// unknown fields; they are half of the values.
enum class ArticleParts {
    all,
    row,  ///< Entity::named_at, Article::quotes, provenance and other stay empty
};

/// Throws Failure index_damaged when `bytes` are not what encode_article() wrote; what is not read
/// is looked at as well.
Article decode_article(std::string_view bytes, ArticleParts parts = ArticleParts::all);

/// No stored article is larger.
inline constexpr std::uint64_t largest_packed = std::uint64_t{64} << 20U;

/// One zstd frame, and back. unpacked() throws Failure index_damaged for anything else, or beyond
/// `largest` bytes.
std::string packed(std::string_view bytes);
/// The same for what is packed again before it is kept, or kept for a while.
std::string quickly_packed(std::string_view bytes);
std::string unpacked(std::string_view frame, std::uint64_t largest = largest_packed);

}  // namespace archive
