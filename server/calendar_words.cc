// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/calendar_words.h"

#include "archive/model/english_months.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <string_view>

namespace server {

using archive::DayNumber;
using archive::Precision;

namespace {

constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};

constexpr std::size_t short_name = 3;

std::string_view weekday(DayNumber day) {
    return weekdays[std::chrono::weekday(archive::day_of(day)).c_encoding()];
}

/// Day, month and year as far as they are known; of the name of the month `letters`.
std::string in_words(DayNumber number, Precision precision, std::size_t letters) {
    const std::chrono::year_month_day day(archive::day_of(number));
    std::string words;
    switch (precision) {
        case Precision::none:
        case Precision::minute:
        case Precision::day:
            words = std::to_string(static_cast<unsigned>(day.day())) + " ";
            [[fallthrough]];
        case Precision::month:
            words +=
                archive::english_months[static_cast<unsigned>(day.month()) - 1].substr(0, letters);
            words += ' ';
            [[fallthrough]];
        case Precision::year: break;
    }
    return words + std::to_string(static_cast<int>(day.year()));
}

}  // namespace

std::string day_in_words(DayNumber day, Precision precision) {
    return in_words(day, precision, short_name);
}

std::string long_day_in_words(DayNumber day, Precision precision) {
    const auto words = in_words(day, precision, std::string_view::npos);
    const bool coarse = precision == Precision::month || precision == Precision::year;
    return coarse ? words : std::string(weekday(day)) + ", " + words;
}

std::string weekday_in_words(DayNumber day) {
    return std::string(weekday(day).substr(0, short_name));
}

std::string moment_in_words(std::int64_t seconds) {
    const std::chrono::sys_seconds moment{std::chrono::seconds(seconds)};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::hh_mm_ss time(moment - day);
    std::array<char, 16> clock{};
    std::snprintf(clock.data(), clock.size(), ", %02d:%02d UTC",
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()));
    return day_in_words(archive::day_number(day), Precision::day) + clock.data();
}

}  // namespace server
