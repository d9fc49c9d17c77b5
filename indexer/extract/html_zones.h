// SPDX-License-Identifier: GPL-2.0-or-later
// html_zones.h - All visible text of a page, each stretch in one zone, in document order.
#pragma once

#include "archive/model/article.h"
#include "indexer/extract/html_body.h"
#include "indexer/extract/html_metadata.h"
#include "indexer/extract/page_tree.h"

#include <vector>

namespace indexer {

/// Body blocks become body zones, what is said under pictures captions, the headings the page gives
/// as its title headlines, and everything else that a reader sees furniture, but for the lines that
/// carry standfirst, byline or day. Titles and a standfirst that are nowhere in the text come
/// first. May drop article.standfirst when the body begins with it.
std::vector<archive::Zone> page_zones(const PageTree& page, const HtmlBody& body,
                                      const PageMetadata& metadata, archive::Article& article);

}  // namespace indexer
