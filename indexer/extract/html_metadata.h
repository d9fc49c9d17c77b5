// SPDX-License-Identifier: GPL-2.0-or-later
// html_metadata.h - What the head of a page says about its article.
#pragma once

#include "archive/model/article.h"
#include "indexer/extract/json_ld.h"
#include "indexer/extract/page_tree.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace indexer {

struct PageMetadata {
    std::map<std::string, std::string, std::less<>> meta;  ///< by name in lower case; first wins
    std::vector<std::string> article_tags;                 ///< all article:tag
    std::vector<std::pair<std::string, std::string>> author_values;  ///< all of is_author_name()
    LinkedArticle linked;
    std::string title_tag;
    std::string h1;  ///< the heading of the article: of its own kind, else the h1 that the
                     ///< title tag begins with, else the first h1
    bool heading_marked = false;   ///< it calls itself the article's
    bool heading_guessed = false;  ///< it is no h1, and like the title tag
    int h1_node = -1;              ///< where it stands
    std::string language;          ///< of the html element
    std::string canonical;

    /// The first of these meta values that is there and not empty.
    std::string_view first_of(std::initializer_list<std::string_view> names) const;
};

/// Reads the metadata of a page that came from `url` (may be empty).
PageMetadata read_metadata(const PageTree& page, std::string_view url);

/// A value of the head without entities (often encoded twice), white space folded.
std::string plain_text(std::string_view text);

/// Puts title, standfirst, source, section, tags, declared language and url into the article, each
/// from the best of its sources. Dates are in html_dates.h, the byline in html_byline.h.
void put_fields(const PageMetadata& metadata, std::string_view url, archive::Article& article);

}  // namespace indexer
