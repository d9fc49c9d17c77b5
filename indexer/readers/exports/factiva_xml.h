// SPDX-License-Identifier: GPL-2.0-or-later
// factiva_xml.h - Documents of Factiva in XML: an element a field, many articles a file.
#pragma once

#include "indexer/readers/exports/press_document.h"

#include <string_view>
#include <vector>

namespace indexer {

/// Whether `head` begins XML whose articles have Factiva's elements.
bool begins_factiva_xml(std::string_view head);

/// Pieces' NextStart: the tag of an article.
std::size_t next_factiva_xml(std::string_view text, std::size_t from, bool ended);

/// The article in one piece, or nothing.
std::vector<PressDocument> factiva_xml_documents(std::string_view piece);

}  // namespace indexer
