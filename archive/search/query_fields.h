// SPDX-License-Identifier: GPL-2.0-or-later
// query_fields.h - Turns a field and its value into a node of the query tree.
//
// The fields of words ("headline:", "in:furniture") are the parser's own, since what follows them
// is a query again. Everything else has one value, and is checked here.
#pragma once

#include "archive/search/query_lexer.h"

namespace archive {

/// Whether `field` is followed by words to look for in a zone, not by a value.
bool is_zone(const schema::Field& field);

/// The zone of a field for which is_zone() holds.
Where zone_of(const schema::Field& field);

/// Reads the value behind `field`, the token just read. Null after a refusal: query_empty_value,
/// query_bad_date, query_reversed_range, query_unknown_field for has:, lacks: and certainty: with a
/// value they do not know, query_bad_number.
QueryPointer read_field(const Token& field, QueryLexer& lexer, const TypedText& typed,
                        QueryFaults& faults, DayNumber today);

/// Takes the "furniture" of in:furniture into the token of `field`; false after a refusal.
bool read_furniture(Token& field, QueryLexer& lexer, QueryFaults& faults);

}  // namespace archive
