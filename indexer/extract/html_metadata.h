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
#include <vector>

namespace indexer {

struct PageMetadata {
    std::map<std::string, std::string, std::less<>> meta;  ///< by name in lower case; first wins
    std::vector<std::string> article_tags;                 ///< all article:tag
    LinkedArticle linked;
    std::string title_tag;
    std::string h1;        ///< the heading that the title tag begins with, else the first
    int h1_node = -1;      ///< where it stands
    std::string language;  ///< of the html element
    std::string canonical;

    /// The first of these meta values that is there and not empty.
    std::string_view first_of(std::initializer_list<std::string_view> names) const;
};

/// Reads the metadata of a page that came from `url` (may be empty).
PageMetadata read_metadata(const PageTree& page, std::string_view url);

/// Puts title, standfirst, byline, authors, source, section, tags, declared language and url into
/// the article, each from the best of its sources. Dates are in html_dates.h.
void put_fields(const PageMetadata& metadata, std::string_view url, archive::Article& article);

/// All different headlines the page gives, the shown one first.
std::vector<std::string> all_titles(const PageMetadata& metadata, const archive::Article& article);

}  // namespace indexer
