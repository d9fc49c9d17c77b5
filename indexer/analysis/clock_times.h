// SPDX-License-Identifier: GPL-2.0-or-later
// clock_times.h - The time of day that stands behind a date: "T08:15:00+09:00", "8.15 p.m. EST".
#pragma once

#include "indexer/analysis/date_words.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace indexer {

struct ClockTime {
    std::int16_t minute_of_day = 0;               ///< 0 to 1439, as written
    std::optional<std::int16_t> utc_offset = {};  ///< minutes east of UTC, when written
    std::size_t words = 0;                        ///< how many words it and its zone take
};

/// Reads a time that begins at words[at] exactly; nothing when there is none.
std::optional<ClockTime> clock_time_at(std::span<const DateWord> words, std::size_t at);

}  // namespace indexer
