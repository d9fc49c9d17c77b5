// SPDX-License-Identifier: GPL-2.0-or-later
// script_text.h - The story in the record from which a reader's browser would build the page.
//
// Pages of script frameworks may come nearly empty, with all of the article in a script:
// <script id="__NEXT_DATA__" type="application/json">{"props": {"article": {"title": "Ferry saved",
// "body": "<p>It stays.</p>"}}}</script>. Only scripts that say they are JSON are looked at.
#pragma once

#include "indexer/extract/page_tree.h"

#include <string>
#include <string_view>

namespace indexer {

/// The longest text beside a title that is the page's, paragraphs as lines; empty when there is
/// none of some length. Reads the first 4 MB of the scripts that the tree holds.
std::string text_in_scripts(const PageTree& page, std::string_view title);

}  // namespace indexer
