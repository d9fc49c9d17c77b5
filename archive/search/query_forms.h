// SPDX-License-Identifier: GPL-2.0-or-later
// query_forms.h - The signs that make a form of words: NEAR/5, puttin~2, ukrain*, "a b"~5,
// atleast3:.
//
// Each takes its sign and the number in it from a stretch of typed text, or refuses a number out of
// range and a wildcard that would find half the archive.
#pragma once

#include "archive/search/query_run.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace archive {

/// What stands between two things that are near each other.
struct Distance {
    NearQuery::Kind kind = NearQuery::Kind::near;
    std::uint16_t words = NearQuery{}.words;
};

/// Reads NEAR, NEAR/5, w/5, ADJ/5, pre/5 or SAME, which `operation` says it is. Refuses with
/// query_bad_number what is not 1 to 50.
Distance read_distance(const TypedRun& run, Operator operation, QueryFaults& faults);

/// Takes "~", "~1" or "~2" off the end of a word; 0 when there is none. "~" alone is 1 up to five
/// letters, else 2. "http://host/~name" is an address. Refuses other numbers: query_bad_number.
std::uint8_t take_edits(TypedRun& word, QueryFaults& faults);

/// What a stretch of text with wildcards is.
enum class Stretch : bool { word, phrase };

/// Whether letters are left open by a '*' or '?' without a backslash; a '?' must have a letter
/// beside it, in a phrase on both sides, else it is punctuation. Those that leave nothing open are
/// taken out of such a text, and always out of a phrase. Refuses with query_short_wildcard.
bool read_wildcards(TypedRun& run, Stretch stretch, const TypedText& typed, QueryFaults& faults);

/// Reads the number behind the "~" of a phrase, which begins at `phrase_begin`. Refuses with
/// query_bad_number what is not 1 to 50.
std::uint16_t read_slop(std::string_view number, std::size_t phrase_begin, std::size_t end,
                        QueryFaults& faults);

/// The number of "atleast3:", whose colon is byte `colon` of the text of `run`; empty for other
/// names. Refuses with query_bad_number what is not 1 to 255.
std::optional<std::uint16_t> read_times(const TypedRun& run, std::size_t colon,
                                        QueryFaults& faults);

}  // namespace archive
