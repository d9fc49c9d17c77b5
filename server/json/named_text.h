// SPDX-License-Identifier: GPL-2.0-or-later
// named_text.h - Where a text says the names that its article is known to hold.
//
// Metadata lists names, not places in the text. A reader wants to follow a name where it stands, so
// the names are looked for as they are written, whole words only. Marks of the search and names may
// overlap: "[Ann] Lee" becomes two segments of the same name.
#pragma once

#include "archive/search/search_result.h"

#include <string>
#include <string_view>
#include <vector>

namespace server {

/// A stretch of a paragraph.
struct NamedSegment {
    archive::TextSegment segment;
    std::string entity;  ///< id of the name it is part of, or empty
};

/// The names of one article. Borrows nothing.
class NamesInText {
public:
    /// In the forms that are given for them.
    explicit NamesInText(const std::vector<archive::KnownName>& names);

    /// The paragraph in segments that begin and end where a mark or a name does. Of names that
    /// overlap the earlier, then the longer one counts.
    std::vector<NamedSegment> named(const archive::MarkedParagraph& paragraph) const;

private:
    struct Name {
        std::string text;
        std::string id;
    };
    struct Found {
        std::size_t begin = 0, end = 0;  ///< bytes
        const Name* name = nullptr;
    };
    std::vector<Found> find(std::string_view text) const;

    std::vector<Name> names_;
};

}  // namespace server
