// SPDX-License-Identifier: GPL-2.0-or-later
// nexis.h - Documents of Nexis and LexisNexis, in the two layouts their exports have had.
//
// The older one counts its documents and centres what has no label:
//
//                   1 of 10 DOCUMENTS
//                    The Daily Gull
//                January 11, 2010 Monday
//   Ferry saved
//   BYLINE: Ann Lee
//   LENGTH: 355 words
//   The ferry ...
//   LOAD-DATE: January 11, 2010
//
// The newer one (Nexis Uni, Advance) writes headline, source, day and rights first, "Body" before
// the text and "End of Document" behind it.
#pragma once

#include "indexer/readers/exports/press_document.h"

#include <string_view>
#include <vector>

namespace indexer {

/// Whether `head`, the beginning of a text, is that of such an export.
bool begins_nexis(std::string_view head);

/// Pieces' NextStart: the counting line of a document, or what follows "End of Document".
std::size_t next_nexis_document(std::string_view text, std::size_t from, bool ended);

/// The document in one piece; nothing for a cover page, a list of contents and what else is none.
std::vector<PressDocument> nexis_documents(std::string_view piece);

}  // namespace indexer
