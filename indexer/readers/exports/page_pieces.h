// SPDX-License-Identifier: GPL-2.0-or-later
// page_pieces.h - Exports of press databases as HTML: one page with hundreds of articles.
//
// The page is cut at the tags that begin an article before it is parsed, so that a page of any
// size is read article by article.
#pragma once

#include "indexer/readers/exports/press_document.h"

#include <string_view>
#include <vector>

namespace indexer {

/// Pieces' NextStart: the tag <article>.
std::size_t next_article_tag(std::string_view text, std::size_t from, bool ended);

/// Nexis: the older layout (nexis.h) with a paragraph a field.
bool begins_nexis_page(std::string_view head);
std::size_t next_nexis_page(std::string_view text, std::size_t from, bool ended);
std::vector<PressDocument> nexis_page_documents(std::string_view piece);

/// Factiva: a table of field codes and values, or the fields in their order (factiva.h).
bool begins_factiva_page(std::string_view head);
std::size_t next_factiva_page(std::string_view text, std::size_t from, bool ended);
std::vector<PressDocument> factiva_page_documents(std::string_view piece);

/// Europresse: elements whose classes name the fields, inside <article> or, until about 2014, in a
/// table.
bool begins_europresse_page(std::string_view head);
std::size_t next_old_europresse_page(std::string_view text, std::size_t from, bool ended);
std::vector<PressDocument> europresse_page_documents(std::string_view piece);

}  // namespace indexer
