// SPDX-License-Identifier: GPL-2.0-or-later
// calendar_words.h - Days, months and years as English writes them: "30 Nov 2024".
//
// Citations and the pages without scripts share these words. What is in doubt about a date is said
// around them (cited_date.h, plain/spoken_date.h).
#pragma once

#include "archive/model/date.h"

#include <string>

namespace server {

/// The day to the given precision: "30 Nov 2024", "Nov 2024", "2024".
std::string day_in_words(archive::DayNumber day, archive::Precision precision);

/// The same at length: "Saturday, 30 November 2024", "November 2024", "2024".
std::string long_day_in_words(archive::DayNumber day, archive::Precision precision);

/// "Sat".
std::string weekday_in_words(archive::DayNumber day);

/// Seconds since 1970 as "21 Nov 2026, 15:49 UTC".
std::string moment_in_words(std::int64_t seconds);

}  // namespace server
