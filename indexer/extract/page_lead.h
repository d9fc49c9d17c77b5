// SPDX-License-Identifier: GPL-2.0-or-later
// page_lead.h - The paragraph between the headline and the body that opens the article.
//
// Publishers set it apart: in the header of the article, in bold, as a second heading. So the vote
// of the paragraphs misses it, and names like "article-header" or "teaser" take it away. It is the
// first thing a reader reads, and often says what the body never repeats.
#pragma once

#include "indexer/extract/live_page.h"
#include "indexer/extract/page_blocks.h"

#include <string_view>
#include <vector>

namespace indexer {

/// What is known of a page when its lead is looked for.
struct LeadSearch {
    int heading = -1;              ///< the element of the headline, or -1
    int body = 0;                  ///< the first text of the body
    std::string_view description;  ///< what the head of the page says of the article; may be empty
};

/// The blocks of the lead, in reading order: at most three, none of them linked or pointing
/// elsewhere. `page` must be whole, and measured.
std::vector<PageBlock> lead_blocks(const LivePage& page, const LeadSearch& search);

}  // namespace indexer
