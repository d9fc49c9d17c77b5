// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/live_page.h"

#include "indexer/extract/page_text.h"

#include <algorithm>

namespace indexer {

LivePage::LivePage(const PageTree& page)
    : page_(page), removed_(page.nodes().size(), 0), text_lengths_(page.nodes().size(), 0) {
    for (int i = 0; i < page.size(); ++i) {
        const auto& node = page.node(i);
        if (!node.is_text() || is_silent(page.node(node.parent).tag)) continue;
        text_lengths_[at(i)] = static_cast<std::uint32_t>(folded_length(node.text));
    }
}

void LivePage::remove(int node) {
    std::fill(removed_.begin() + node, removed_.begin() + page_.node(node).end, char{1});
}

void LivePage::restore() {
    std::fill(removed_.begin(), removed_.end(), char{0});
}

void LivePage::measure() {
    const auto& nodes = page_.nodes();
    lengths_.assign(nodes.size(), 0);
    links_.assign(nodes.size(), 0);
    paragraphs_.assign(nodes.size(), 0);
    for (std::size_t i = nodes.size(); i-- > 0;) {
        if (removed_[i] != 0) continue;
        const auto& node = nodes[i];
        if (node.is_text()) {
            lengths_[i] = text_lengths_[i];
        } else if (node.tag == Tag::a && page_.has_attribute(static_cast<int>(i), "href")) {
            links_[i] = lengths_[i];
        } else if (node.tag == Tag::p) {
            paragraphs_[i] = lengths_[i];
        }
        if (node.parent < 0) continue;
        lengths_[at(node.parent)] += lengths_[i];
        links_[at(node.parent)] += std::min(links_[i], lengths_[i]);
        paragraphs_[at(node.parent)] += paragraphs_[i];
    }
}

}  // namespace indexer
