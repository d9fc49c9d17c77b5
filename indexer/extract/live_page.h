// SPDX-License-Identifier: GPL-2.0-or-later
// live_page.h - A page of which parts are taken away, and how much text is left where.
#pragma once

#include "indexer/extract/page_tree.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace indexer {

class LivePage {
public:
    explicit LivePage(const PageTree& page);

    const PageTree& tree() const { return page_; }
    bool alive(int node) const { return !removed_[at(node)]; }

    /// Takes a node with all that is inside away.
    void remove(int node);

    /// Brings everything back.
    void restore();

    /// Counts anew; the lengths below are those of the last count.
    void measure();

    std::size_t length(int node) const { return lengths_[at(node)]; }         ///< characters
    std::size_t links(int node) const { return links_[at(node)]; }            ///< of them in links
    std::size_t paragraphs(int node) const { return paragraphs_[at(node)]; }  ///< inside <p>

private:
    static std::size_t at(int node) { return static_cast<std::size_t>(node); }

    const PageTree& page_;
    std::vector<char> removed_;
    std::vector<std::uint32_t> text_lengths_;  // of text nodes, counted once
    std::vector<std::uint32_t> lengths_;
    std::vector<std::uint32_t> links_;
    std::vector<std::uint32_t> paragraphs_;
};

}  // namespace indexer
