// SPDX-License-Identifier: GPL-2.0-or-later
// dates.h - Reads the dates that people and publishing systems write.
//
// "2024-11-30T08:15:00+09:00", "Sat, 30 Nov 2024 08:15 GMT", "30 de noviembre de 2024",
// "30.11.2024", "2024年11月30日", "November 1989", "1732954500". The day is kept as it was written:
// a story dated 08:15 in Seoul is of that day in Seoul, whatever day it was in Greenwich. A date
// nobody wrote in full is not guessed: "30 November" without a year is no date.
#pragma once

#include "archive/model/date.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

/// What is known about a text before its dates are read.
struct DateHints {
    bool month_first = false;  ///< "03/04/2024" is 4 March; "." and "-" always mean the day first
    archive::Basis basis = archive::Basis::free_text;  ///< put into the date that is found
    int earliest_year = 1400;                          ///< years outside are no dates
    int latest_year = 2100;
    archive::DayNumber latest_day = archive::last_day_ever;  ///< days after it are no dates
};

/// Reads the value of a field: one date, in any written form, or seconds or milliseconds since
/// 1970. Words around the date do not matter. Year and month alone ("1989-11", "November 1989") and
/// year alone ("1989") are dates of that precision when nothing else stands beside them. The
/// certainty is stated, the evidence is the text without white space around it. Nothing when no
/// date is found.
std::optional<archive::Date> parse_written_date(std::string_view text, const DateHints& hints = {});

/// A date inside a longer text, and where it stands.
struct FoundDate {
    archive::Date date;     ///< its evidence is the text from `first` to `last`
    std::size_t first = 0;  ///< byte offsets of its words; a clock time behind it belongs to it
    std::size_t last = 0;
    bool weekday_disagrees = false;  ///< "Friday, 30 Nov 2024", which was a Saturday
};

/// The weekday that the evidence of a stated day names though it was another: "Friday" of "Friday,
/// 30 Nov 2024", which was a Saturday; empty when there is none.
std::string disagreeing_weekday(const archive::Date& date);

/// Finds the first full date (a day at least) in the first 400 bytes of running text.
std::optional<FoundDate> find_date(std::string_view text, const DateHints& hints = {});

}  // namespace indexer
