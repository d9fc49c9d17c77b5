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
    std::vector<PageBlock> decks;   ///< short lines between the headline and the body
    std::vector<int> captions;      ///< nodes whose text is said under a picture

    std::size_t length() const;  ///< characters
    std::string text() const;    ///< the blocks, one a line
};

/// What is known of the article before its body is looked for.
struct BodyHints {
    std::string_view title;        ///< no part of the body
    std::string_view description;  ///< what the head of the page says; may be the lead's words
    int heading = -1;              ///< the element of the headline, or -1
};

/// Finds the body: prunes, lets paragraphs vote, reads the chosen elements; a page that yields
/// little is read again with fewer names counted as furniture. The lead above it comes first.
HtmlBody find_body(const PageTree& page, const BodyHints& hints);

}  // namespace indexer
