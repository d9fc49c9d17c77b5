// SPDX-License-Identifier: GPL-2.0-or-later
// month_names.h - Months and weekdays as the languages of the press write them.
//
// English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian, Polish,
// Czech, Finnish, Turkish, Russian, Ukrainian, Romanian, Hungarian, Greek, Indonesian, Arabic and
// some thirty more:
// names, the genitives that dates use, and the usual short forms. No word of the table is a month
// in one language and another month in the next.
#pragma once

#include <optional>
#include <string_view>

namespace indexer {

/// 1 to 12 for "November", "nov", "ноября", "FÉVRIER"; 0 for any other word. Case and accents do
/// not count.
unsigned month_named(std::string_view word);

/// 0 for Sunday to 6 for Saturday, as std::chrono counts; nothing for any other word.
std::optional<unsigned> weekday_named(std::string_view word);

}  // namespace indexer
