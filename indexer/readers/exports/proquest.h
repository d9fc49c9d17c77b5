// SPDX-License-Identifier: GPL-2.0-or-later
// proquest.h - Documents of ProQuest as text.
//
// A line of underscores parts them; every field has a label, the text is the one of "Full text":
//
//   ____________________________________________________________
//
//   Ferry saved
//   Author: Lee, Ann
//   Full text: The ferry ...
//   Publication title: Daily Gull
//   Publication date: Jan 11, 2010
//   ProQuest document ID: 423500112
#pragma once

#include "indexer/readers/exports/press_document.h"

#include <string_view>
#include <vector>

namespace indexer {

/// Whether `head`, the beginning of a text, is that of such an export.
bool begins_proquest(std::string_view head);

/// Pieces' NextStart: a line of underscores.
std::size_t next_proquest_document(std::string_view text, std::size_t from, bool ended);

/// The document in one piece; nothing for the address of the database at the end.
std::vector<PressDocument> proquest_documents(std::string_view piece);

}  // namespace indexer
