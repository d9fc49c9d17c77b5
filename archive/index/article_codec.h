// SPDX-License-Identifier: GPL-2.0-or-later
// article_codec.h - An article as bytes, for the spool and the text store.
//
// Numbers are varints, texts have their length in front, the whole is one zstd frame. Part of the
// schema: another layout is another schema::version.
#pragma once

#include "archive/model/article.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace archive {

/// The article, uncompressed; equal articles give equal bytes.
std::string encode_article(const Article& article);

/// Throws Failure index_damaged when `bytes` are not what encode_article() wrote.
Article decode_article(std::string_view bytes);

/// No stored article is larger.
inline constexpr std::uint64_t largest_packed = std::uint64_t{64} << 20U;

/// One zstd frame, and back. unpacked() throws Failure index_damaged for anything else, or beyond
/// `largest` bytes.
std::string packed(std::string_view bytes);
std::string unpacked(std::string_view frame, std::uint64_t largest = largest_packed);

}  // namespace archive
