// SPDX-License-Identifier: GPL-2.0-or-later
// query_later.h - Forms of the query language that this version knows by name only.
//
// Reading `ukrain*` as `ukrain` or `a NEAR/5 b` as four words would answer another question than
// the one asked. So each is refused with query_not_yet; one that is malformed too gets the code of
// its own fault. Every function reports at most one refusal, and says whether it did.
#pragma once

#include "archive/search/query_run.h"

#include <string_view>

namespace archive {

/// NEAR/5, ADJ/5, w/5, pre/5, SAME: refuses a number outside 1 to 50, a missing side, else the
/// form.
void refuse_proximity(const TypedText& typed, std::size_t begin, std::size_t end, bool has_left,
                      bool has_right, QueryFaults& faults);

/// puttin~, puttin~2.
bool refuse_fuzzy(const TypedRun& word, QueryFaults& faults);

/// ukrain*, p?tin. A lone "?" is punctuation.
bool refuse_wildcard(const TypedText& typed, const TypedRun& word, QueryFaults& faults);

/// "sanction* regime".
bool refuse_wildcard_in_phrase(const TypedText& typed, const TypedRun& phrase, QueryFaults& faults);

/// "a b"~5: `phrase_begin` to `end` is all of it, `number` what comes after "~".
void refuse_slop(std::string_view number, std::size_t phrase_begin, std::size_t end,
                 QueryFaults& faults);

/// atleast3:ukraine: `name` is what stands before the colon at `colon`. False for other names.
bool refuse_at_least(const TypedRun& run, std::size_t colon, QueryFaults& faults);

/// @person, @org, @place.
bool refuse_type(const TypedRun& word, QueryFaults& faults);

/// said:x: a field of a later version.
void refuse_later_field(std::string_view field, std::size_t begin, std::size_t end,
                        QueryFaults& faults);

}  // namespace archive
