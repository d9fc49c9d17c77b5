// SPDX-License-Identifier: GPL-2.0-or-later
// wordpress.h - What an item of a WordPress export (WXR) has beside a feed's.
//
// The text of a post is kept as its author typed it: blank lines part paragraphs, and short codes
// in brackets stand for pictures and galleries.
#pragma once

#include "indexer/readers/xml_tree.h"

#include <string>
#include <string_view>

namespace indexer {

/// Whether an item is one of a WordPress export.
bool is_wordpress_item(const XmlNode& item);

/// Why an item is no article, such as "a page" or "a draft"; empty for a published post.
std::string why_no_post(const XmlNode& item);

/// The text of a post as HTML: paragraphs marked, captions as such, other short codes left out.
std::string html_of_post(std::string_view written);

/// The name shown for an author's login, by the authors that `channel` lists; the login itself
/// where it lists none.
std::string shown_author(const XmlNode& channel, const std::string& login);

}  // namespace indexer
