// SPDX-License-Identifier: GPL-2.0-or-later
// json_ld.h - What a page says about its article in JSON-LD (schema.org).
//
// Publishers' JSON is often no JSON: raw line ends in strings, commas before brackets, HTML
// comments around it. It is repaired first. Pages list other articles in it too: the first article
// object whose address or headline is the page's own counts, else the first.
#pragma once

#include "archive/model/date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

struct LinkedArticle {
    bool found = false;  ///< an article object was there
    std::string headline;
    std::string description;
    std::string body;  ///< articleBody: often a teaser, sometimes another text
    std::string publisher;
    std::string house;  ///< the publisher, also where it is described elsewhere ("@id")
    std::string section;
    std::string language;
    std::string url;
    std::vector<std::string> authors;
    std::vector<std::string> tags;
    std::optional<archive::Date> published;  ///< basis jsonld, or jsonld_page of a WebPage object
    std::optional<archive::Date> modified;
};

/// Reads all JSON-LD scripts of one page. `url` and `title` are the page's, to choose among several
/// articles; either may be empty. Never throws.
LinkedArticle linked_article(const std::vector<std::string>& scripts, std::string_view url,
                             std::string_view title);

/// JSON as publishers write it, made parseable: what stands around the outermost brackets goes,
/// control characters in strings are escaped, commas before a closing bracket vanish. Empty when
/// there are no brackets, or more than 64 levels of them.
std::string repaired_json(std::string_view text);

}  // namespace indexer
