// SPDX-License-Identifier: GPL-2.0-or-later
// page_blocks.h - The paragraphs of a page, or of a part of it, in reading order.
#pragma once

#include "indexer/extract/live_page.h"

#include <cstddef>
#include <string>
#include <vector>

namespace indexer {

struct PageBlock {
    std::string text;        ///< trimmed; a single <br> is a line end
    Tag tag = Tag::div;      ///< what it stands in: p, li, h2, td ...
    int node = -1;           ///< the element that holds its first text
    std::vector<int> texts;  ///< its text nodes
    std::size_t length = 0;  ///< characters
    std::size_t links = 0;   ///< of them in links

    bool heading() const { return is_heading(tag); }
};

/// The blocks of what is alive inside `root`. The cells of a short table row make one block.
std::vector<PageBlock> blocks_inside(const LivePage& page, int root);

}  // namespace indexer
