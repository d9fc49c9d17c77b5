// SPDX-License-Identifier: GPL-2.0-or-later
// page_cutting.h - Cuts stretches out of a page by the ids of its blocks, lines and words.
#pragma once

#include "indexer/readers/printed_page.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace indexer {

class PageCutting {
public:
    explicit PageCutting(PrintedPage page);

    /// The blocks from the element called `begin` to the one called `end`, which is `begin` when
    /// empty; at their ends they may be parts of blocks. The whole page when both are empty,
    /// nothing when the page has no such element.
    std::vector<PrintedBlock> cut(std::string_view begin, std::string_view end);

    /// What no cut has taken so far, without margins.
    PrintedPage rest() const;

private:
    using Span = std::pair<std::size_t, std::size_t>;  // of words, the second exclusive

    Span span_of_blocks(std::size_t first, std::size_t last) const;
    void note(const std::string& id, Span span);

    PrintedPage page_;
    std::vector<std::size_t> block_begin_;  // number of its first word; one more at the end
    std::unordered_map<std::string, Span> places_;
    std::vector<bool> taken_;  // words
};

}  // namespace indexer
