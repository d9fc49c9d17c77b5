// SPDX-License-Identifier: GPL-2.0-or-later
// page_text.h - The text of page nodes as a reader sees it: white space folded, invisible
// characters gone.
#pragma once

#include "indexer/extract/page_tree.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace indexer {

/// Appends `text` with white space runs as one blank; soft hyphens and zero-width characters
/// vanish.
void append_folded(std::string& out, std::string_view text);

/// The characters of `text`, white space runs counted once.
std::size_t folded_length(std::string_view text);

/// The text of all that is inside `node`, trimmed; stops soon after `limit` bytes.
std::string text_inside(const PageTree& page, int node, std::size_t limit = std::string::npos);

/// The text of an element of few parts: of its first 60 nodes, hardly more than `limit` bytes.
std::string short_text(const PageTree& page, int node, std::size_t limit);

/// The words of a whole page, or of a fragment with entities and tags, without a tree: for pages
/// the parser loses and for markup inside JSON. Elements that part paragraphs become line ends;
/// script, style and comments vanish.
std::string text_without_tags(std::string_view html);

}  // namespace indexer
