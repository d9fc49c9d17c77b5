// SPDX-License-Identifier: GPL-2.0-or-later
// holidays.h - The days that the press dates its stories by: "on Friday to celebrate Victory Day".
//
// A holiday and the weekday it fell on leave few years; with one more clue about the year they are
// a day. One table by country, of days that stay, that follow Easter, or that are the nth of their
// weekday.
#pragma once

#include "archive/model/date.h"

#include <optional>
#include <string_view>
#include <vector>

namespace indexer {

/// One row of the table.
struct Holiday;

/// A holiday named in a text.
struct NamedHoliday {
    const Holiday* holiday = nullptr;
    std::size_t first = 0;  ///< byte offsets of its name
    std::size_t last = 0;
};

/// The holidays that `text` names, in order of their place. Of names that many countries share
/// ("Independence Day") only those whose country is named too.
std::vector<NamedHoliday> holidays_in(std::string_view text);

/// The day of a holiday in a year of the Gregorian calendar, 1600 to 2100.
std::optional<archive::DayNumber> day_of_holiday(const Holiday& holiday, int year);

/// Easter Sunday, and that of the Orthodox churches, both by the Gregorian calendar.
archive::DayNumber easter_sunday(int year);
archive::DayNumber orthodox_easter_sunday(int year);

}  // namespace indexer
