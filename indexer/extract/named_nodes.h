// SPDX-License-Identifier: GPL-2.0-or-later
// named_nodes.h - Which elements of a page carry one of some names, each looked at once.
//
// Whether a day or a name stands among comments is asked of all elements around it, again and again
// on pages with thousands of days. The answers are kept, so that long classes cost once.
#pragma once

#include "indexer/extract/class_words.h"
#include "indexer/extract/page_tree.h"

#include <cstdint>
#include <vector>

namespace indexer {

class NamedNodes {
public:
    /// `page` and `names` must outlive it.
    NamedNodes(const PageTree& page, const WordSet& names) : page_(page), names_(names) {}

    /// Whether a word of the element's class or id is among the names. Not for threads.
    bool has(int node) const;

private:
    enum class Answer : std::uint8_t { unknown, no, yes };

    const PageTree& page_;
    const WordSet& names_;
    mutable std::vector<Answer> answers_;
};

}  // namespace indexer
