// SPDX-License-Identifier: GPL-2.0-or-later
// page_byline.h - The byline that readers see, for pages whose head names nobody or the outlet.
//
// rel=author, itemprop=author, hCard and classes such as "byline" or "autor"; else the names that
// stand alone in front of the text or sign it: "Mara Lindqvist / Osei Boateng" in bold,
// "(Ida Brandt aus Kiel, 3.5.2024)".
#pragma once

#include "indexer/extract/html_body.h"
#include "indexer/extract/page_tree.h"

#include <string>

namespace indexer {

/// The element that names the author, as written: the first below the headline (`heading`, or -1)
/// that stands among no comments and no other articles, else the first above it. Empty when there
/// is none.
std::string byline_element(const PageTree& page, const HtmlBody& body, int heading);

/// Whether names without "By" in front count.
enum class NamesAlone { ignored, counted };

/// The names that stand alone at the beginning or the end of the body, as written; empty when there
/// are none.
std::string signature(const PageTree& page, const HtmlBody& body, NamesAlone names_alone);

}  // namespace indexer
