// SPDX-License-Identifier: GPL-2.0-or-later
// cited_date.h - A publication date as a footnote has it, with its doubt.
//
// What nobody wrote stands in brackets, as scholars do it: "30 Nov 2024", "Nov 2024",
// "[on or about 10 May 2025]", "[2024]", and "n.d." for an article without a date.
#pragma once

#include "archive/model/date.h"

#include <string>

namespace server {

/// The date in words.
std::string cited_date(const archive::Date& date);

/// The year alone, in brackets when it is inferred: "2024", "[2025]", "n.d.".
std::string cited_year(const archive::Date& date);

/// The day in the middle of an inferred span, the first day of any other date; 0 when undated.
archive::DayNumber cited_day(const archive::Date& date);

}  // namespace server
