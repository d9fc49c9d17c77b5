// SPDX-License-Identifier: GPL-2.0-or-later
// query_dates.h - Reads the dates people type: "2024-06", "2024-06..2024-11", "lastmonth", "7d".
//
// A relative date is resolved once, when the query is read, and kept as the days it stands for: the
// echo, a stored address and the next page then mean the same days. Weeks begin on Monday; "7d" is
// today and the six days before it, "3m" ends today and is three months long.
#pragma once

#include "archive/base/result.h"
#include "archive/search/query.h"

#include <string_view>

namespace archive {

/// Reads the value of one of the fields "date", "since", "after", "until", "before", "added" and
/// "updated". Fails with query_bad_date or query_reversed_range; the place of the error counts code
/// points of `value`, its `found` is the part at fault and its `hint` a whole clause.
Result<DateQuery> read_date(std::string_view field, std::string_view value, DayNumber today);

}  // namespace archive
