// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/cited_date.h"

#include "server/calendar_words.h"

#include <string_view>

namespace server {

using archive::Certainty;
using archive::Date;
using archive::Precision;

namespace {

constexpr std::string_view no_date = "n.d.";

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
    auto words = day_in_words(cited_day(date), date.precision);
    if (is_of_days(date) && date.certainty == Certainty::inferred) {
        words = "on or about " + words;
    } else if (is_of_days(date) && date.span.first != date.span.last) {
        words += " to " + day_in_words(date.span.last, date.precision);
    }
    return bracketed(words, date);
}

std::string cited_year(const Date& date) {
    if (!date.known()) return std::string(no_date);
    return bracketed(day_in_words(cited_day(date), Precision::year), date);
}

}  // namespace server
