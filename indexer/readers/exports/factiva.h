// SPDX-License-Identifier: GPL-2.0-or-later
// factiva.h - Documents of Factiva as text, with field codes or without.
//
// With codes, each field begins a line ("HD" is the headline, "LP" and "TD" are the text, "AN" the
// database's own number). Without, the same fields stand in a fixed order and are told apart by
// their form:
//
//   Ferry saved
//   By Ann Lee
//   355 words
//   11 January 2010
//   The Daily Gull
//   DGULL
//   English
//   (c) 2010 The Daily Gull
//   The ferry ...
//   Document DGULL00020100111e61b0001y
#pragma once

#include "indexer/readers/exports/press_document.h"

#include <optional>
#include <string_view>
#include <vector>

namespace indexer {

/// Whether `head`, the beginning of a text, is that of such an export.
bool begins_factiva(std::string_view head);

/// Pieces' NextStart: what follows the line with the database's number.
std::size_t next_factiva_document(std::string_view text, std::size_t from, bool ended);

/// The documents in one piece: one, or none in a summary of the search, or several where their
/// numbers are missing.
std::vector<PressDocument> factiva_documents(std::string_view piece);

/// As factiva_documents() of a single document without codes, whose headline is known.
std::optional<PressDocument> factiva_document(std::string_view piece, std::string_view headline);

/// Whether `code` is one of the field codes.
bool is_factiva_code(std::string_view code);

/// The number in "Document DGULL00020100111e61b0001y"; empty for any other line.
std::string_view factiva_number(std::string_view line);

}  // namespace indexer
