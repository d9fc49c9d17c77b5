// SPDX-License-Identifier: GPL-2.0-or-later
// html_titles.h - The headline of a page, and its other headlines.
//
// JSON-LD, og:title, h1 and the title tag differ in one page of ten: a long and a short headline,
// one for search engines, one with the outlet's name behind it. One is shown, all are kept.
#pragma once

#include "archive/model/article.h"
#include "indexer/extract/html_metadata.h"

#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// Sets title and title_basis. `url` is where the page came from, or empty.
void put_title(const PageMetadata& metadata, std::string_view url, archive::Article& article);

/// All different headlines the page gives, the shown one first, the outlet's name taken off.
std::vector<std::string> all_titles(const PageMetadata& metadata, const archive::Article& article);

}  // namespace indexer
