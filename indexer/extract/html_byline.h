// SPDX-License-Identifier: GPL-2.0-or-later
// html_byline.h - Who wrote the article of a page, from the first source that names a person.
//
// JSON-LD and meta names often name the outlet, an e-mail address or a number; then the byline the
// readers see counts. The outlet is named only where nothing else is.
#pragma once

#include "archive/model/article.h"
#include "indexer/extract/html_body.h"
#include "indexer/extract/html_metadata.h"
#include "indexer/extract/page_tree.h"

#include <string_view>

namespace indexer {

/// Whether a meta element of this name, in lower case, says who wrote the article.
bool is_author_name(std::string_view meta_name);

/// Sets byline and authors. Source and url of the article must be known already.
void put_byline(const PageTree& page, const PageMetadata& metadata, const HtmlBody& body,
                archive::Article& article);

}  // namespace indexer
