// SPDX-License-Identifier: GPL-2.0-or-later
// spoken_date.h - A publication date in words for people, with its doubt.
//
// What is not known is said wherever the date stands: "10 May 2025, on or about, inferred",
// "22 Nov 2024, ± 4 days, inferred", "Nov 2024, day unknown", "No date". The page with scripts
// says the same (web/dates.js).
#pragma once

#include "archive/model/date.h"

#include <string>

namespace server {

/// One date, for every place that shows it.
struct SpokenDate {
    std::string shown;      ///< in a list: "30 Nov 2024"
    std::string doubt;      ///< below it: "Sat", "day unknown"; maybe empty
    std::string at_length;  ///< in the reader: "Saturday, 30 November 2024"
    bool about = false;     ///< whether "on or about" goes before `at_length`
    std::string cited;      ///< in a citation: "[on or about 10 May 2025]"
    std::string why;        ///< "Printed at the head of the text: 30 Nov 2024"
    std::string full;       ///< all of it, in sentences
    std::string machine;    ///< "2024-11-30", "2024-11", "2024"; empty when undated
};

SpokenDate spoken_date(const archive::Date& date);

}  // namespace server
