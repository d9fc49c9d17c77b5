// SPDX-License-Identifier: GPL-2.0-or-later
// html_dates.h - When the article of a page appeared, from the surest source the page has.
//
// JSON-LD, meta names, microdata, the address, <time>, elements named like dates, the text: in the
// order in which they were right most often (fundus and trafilatura sets, 2026).
#pragma once

#include "archive/model/article.h"
#include "indexer/extract/html_body.h"
#include "indexer/extract/html_metadata.h"
#include "indexer/extract/page_tree.h"

#include <string_view>

namespace indexer {

/// Sets published and updated. `url` is where the page came from, or empty; days after `latest`
/// are passed over.
void put_dates(const PageTree& page, const PageMetadata& metadata, const HtmlBody& body,
               std::string_view url, archive::DayNumber latest, archive::Article& article);

}  // namespace indexer
