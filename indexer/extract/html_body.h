// SPDX-License-Identifier: GPL-2.0-or-later
// html_body.h - The body of the article in a page.
#pragma once

#include "indexer/extract/page_blocks.h"
#include "indexer/extract/page_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace indexer {

struct HtmlBody {
    std::vector<PageBlock> blocks;  ///< the paragraphs and subheads, in reading order
    std::vector<int> captions;      ///< nodes whose text is said under a picture

    std::size_t length() const;  ///< characters
    std::string text() const;    ///< the blocks, one a line
};

/// Finds the body: prunes, lets paragraphs vote, reads the chosen elements; a page that yields
/// little is read again with fewer names counted as furniture. `title` is no part of the body.
HtmlBody find_body(const PageTree& page, std::string_view title);

}  // namespace indexer
