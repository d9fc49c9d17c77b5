// SPDX-License-Identifier: GPL-2.0-or-later
// reader_text.h - The text of an article with its marks, its names as links.
#pragma once

#include "archive/search/search_result.h"
#include "server/json/named_text.h"
#include "server/plain/html.h"

#include <map>
#include <set>
#include <string>

namespace server {

/// The articles that hold a name.
std::string name_page(archive::EntityType type, std::string_view id);

/// Writes one article from top to bottom: the first mention of each name becomes a link, the first
/// mark can be jumped to as "#match". Lives for one page.
class ReaderText {
public:
    explicit ReaderText(const archive::ArticleView& view);

    /// A paragraph of the text.
    Html paragraph(const archive::MarkedParagraph& paragraph, archive::ZoneKind kind);

    /// A line of page furniture: no names are looked for.
    Html furniture(const archive::MarkedParagraph& paragraph);

    /// Marks written so far.
    std::size_t marks() const { return marks_; }

private:
    Html segment(const archive::TextSegment& segment);

    NamesInText names_;
    std::map<std::string, archive::EntityType> types_;  ///< of the names by id
    std::set<std::string> seen_;
    std::size_t marks_ = 0;
};

}  // namespace server
