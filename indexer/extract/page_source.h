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
    std::string shortened;  ///< the page without what the parser need not see; empty when all of it
    std::size_t levels = 0;  ///< how deep elements are nested, a rough upper bound
    std::size_t start_tags = 0;
    std::size_t end_tags = 0;

    /// Whether parsing it would take seconds: read it without a tree then.
    bool too_costly() const;
};

/// Looks a page over, takes the attributes off tags above limits::html_tag_bytes or with more than
/// 256 of them, and comments and the insides of styles and of scripts that are no JSON out: half
/// of a page's bytes, on which libxml2 spends half of its time. Text between tags is never touched.
/// Linear in the size of the page.
PageSource look_over(std::string_view html);

}  // namespace indexer
