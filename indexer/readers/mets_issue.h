// SPDX-License-Identifier: GPL-2.0-or-later
// mets_issue.h - The table of contents of a digitised newspaper's issue: what its METS file says.
//
// The logical structure map divides an issue into articles. Their text lies in ALTO files, one a
// page, and the way there is written in two fashions: areas inside the article's own divisions, or
// links from the article to areas of the physical structure map.
#pragma once

#include "archive/model/date.h"
#include "indexer/readers/xml_tree.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// A stretch of a page.
struct IssuePart {
    enum class Kind : std::uint8_t { text, heading, caption, byline };
    Kind kind = Kind::text;
    std::size_t page = 0;  ///< of Issue::pages
    std::string begin;     ///< id of a block, line or word; empty for the whole page
    std::string end;       ///< the same, inclusive; empty when `begin` is all of it
    std::string area;      ///< id of the division, which some programs give the block as well
};

struct IssueArticle {
    std::string type;  ///< "article", "advert": of its division, in lower case
    std::string title;
    std::vector<std::string> more_titles;
    std::vector<std::string> authors;
    std::string language;
    std::string section;
    std::optional<archive::Date> published;
    std::vector<IssuePart> parts;
};

struct Issue {
    std::string newspaper;
    std::string language;
    std::optional<archive::Date> published;
    std::vector<std::string> pages;  ///< names of files with text, as written
    std::vector<IssueArticle> articles;
};

/// Whether a file that begins with `head` is a METS file.
bool is_mets(std::string_view head);

Issue issue_of(const XmlTree& mets);

}  // namespace indexer
