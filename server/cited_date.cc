// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/cited_date.h"

#include <array>
#include <chrono>
#include <string_view>

namespace server {

using archive::Certainty;
using archive::Date;
using archive::Precision;

namespace {

constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

constexpr std::string_view no_date = "n.d.";

/// The day to the given precision: "30 Nov 2024", "Nov 2024", "2024".
std::string in_words(archive::DayNumber number, Precision precision) {
    const std::chrono::year_month_day day(archive::day_of(number));
    std::string words;
    switch (precision) {
        case Precision::none:
        case Precision::minute:
        case Precision::day:
            words = std::to_string(static_cast<unsigned>(day.day())) + " ";
            [[fallthrough]];
        case Precision::month:
            words += months[static_cast<unsigned>(day.month()) - 1];
            words += ' ';
            [[fallthrough]];
        case Precision::year: break;
    }
    return words + std::to_string(static_cast<int>(day.year()));
}

bool is_of_days(const Date& date) {
    return date.precision == Precision::day || date.precision == Precision::minute;
}

std::string bracketed(const std::string& words, const Date& date) {
    return date.certainty == Certainty::inferred ? "[" + words + "]" : words;
}

}  // namespace

archive::DayNumber cited_day(const Date& date) {
    if (date.certainty != Certainty::inferred || !is_of_days(date)) return date.span.first;
    return date.span.first + (date.span.last - date.span.first) / 2;
}

std::string cited_date(const Date& date) {
    if (!date.known()) return std::string(no_date);
    auto words = in_words(cited_day(date), date.precision);
    if (is_of_days(date) && date.certainty == Certainty::inferred) {
        words = "on or about " + words;
    } else if (is_of_days(date) && date.span.first != date.span.last) {
        words += " to " + in_words(date.span.last, date.precision);
    }
    return bracketed(words, date);
}

std::string cited_year(const Date& date) {
    if (!date.known()) return std::string(no_date);
    return bracketed(in_words(cited_day(date), Precision::year), date);
}

}  // namespace server
