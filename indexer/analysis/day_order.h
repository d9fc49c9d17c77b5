// SPDX-License-Identifier: GPL-2.0-or-later
// day_order.h - Whether 03/04/2024 is 3 April or 4 March.
//
// The date itself does not say. Another date of the same source does: nobody who writes 30/11/2024
// once writes the month first the next day. "." and "-" always stand behind the day.
#pragma once

#include "archive/model/date.h"

#include <cstdint>

namespace indexer {

/// How the figures of a date can be read.
enum class DayOrder : std::uint8_t {
    none,         ///< not written in figures with "/", or both ways give the same day
    day_first,    ///< "30/11/2024"
    month_first,  ///< "11/30/2024"
    either,       ///< "03/04/2024", and no weekday beside it
};

/// Of a date that was stated, by its evidence.
DayOrder day_order(const archive::Date& date);

/// Reads the figures of `date` anew, day or month first, when they can be read either way. Whether
/// that changed the day.
bool read_in_order(archive::Date& date, DayOrder order);

}  // namespace indexer
