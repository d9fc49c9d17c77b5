// SPDX-License-Identifier: GPL-2.0-or-later
// other_calendars.h - Days that the press of a country counts in years of its own.
//
// 9 March 2021 is 9 มีนาคม 2564 in Thai (the Buddhist era), ۱۹ اسفند ۱۳۹۹ in Persian (the solar
// Hijri calendar), 令和3年3月9日 in Japanese (an emperor's era), 民國110年3月9日 in Taiwan, and
// 二〇二一年三月九日 where numbers are written out. Only what names its calendar is read: by the
// month, the era or the digits it is written with.
#pragma once

#include "indexer/analysis/date_words.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace indexer {

/// A day of our calendar, and the word behind those that say it.
struct CalendarDay {
    std::int64_t year = 0;
    unsigned month = 0;
    unsigned day = 0;
    std::size_t last = 0;
};

/// The day that such a date at words[at] means; nothing for any other words. The month and day may
/// lie beyond the calendar's.
std::optional<CalendarDay> day_of_other_calendar(std::span<const DateWord> words, std::size_t at);

}  // namespace indexer
