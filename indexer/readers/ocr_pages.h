// SPDX-License-Identifier: GPL-2.0-or-later
// ocr_pages.h - The pages in a file of ALTO, PAGE or hOCR, read from its tree of elements.
#pragma once

#include "indexer/readers/printed_page.h"
#include "indexer/readers/xml_tree.h"

#include <string_view>
#include <vector>

namespace indexer {

/// ALTO 1 to 4: Layout, Page, TextBlock, TextLine, String with its CONTENT.
std::vector<PrintedPage> alto_pages(const XmlTree& tree);

/// PAGE: TextRegion, TextLine, TextEquiv, in the order the file says.
std::vector<PrintedPage> page_xml_pages(const XmlTree& tree);

/// hOCR: elements of a page with the classes ocr_page, ocr_par, ocr_line and ocrx_word.
std::vector<PrintedPage> hocr_pages(const XmlTree& tree);

}  // namespace indexer
