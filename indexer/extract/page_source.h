// SPDX-License-Identifier: GPL-2.0-or-later
// page_source.h - What a page must not do to the parser: tags of megabytes, a million levels.
//
// libxml2 compares every attribute of a tag with all before it, and closing a tag may walk all open
// ones. Both are harmless on real pages and endless on hostile ones, so the markup is looked over
// before it is parsed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace indexer {

struct PageSource {
    std::string shortened;   ///< the page with bare names for the tags that are too long, if any
    std::size_t levels = 0;  ///< how deep elements are nested, a rough upper bound
    std::size_t start_tags = 0;
    std::size_t end_tags = 0;

    /// Whether parsing it would take seconds: read it without a tree then.
    bool too_costly() const;
};

/// Looks a page over and takes the attributes off tags above limits::html_tag_bytes or with more
/// than 256 of them. Text between tags is never touched. Linear in the size of the page.
PageSource look_over(std::string_view html);

}  // namespace indexer
