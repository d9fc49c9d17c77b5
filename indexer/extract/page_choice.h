// SPDX-License-Identifier: GPL-2.0-or-later
// page_choice.h - Which elements of a pruned page hold the article.
//
// Paragraphs vote for the elements around them (Arc90's Readability, 2009, is the ancestor of the
// idea); elements that call themselves the article's text win over the vote when they hold most of
// what it found.
#pragma once

#include "indexer/extract/live_page.h"
#include "indexer/extract/page_prune.h"

#include <vector>

namespace indexer {

/// The elements to read, in document order, none inside another; the body when nothing stands out.
std::vector<int> article_elements(const LivePage& page, const std::vector<ElementRole>& roles);

}  // namespace indexer
