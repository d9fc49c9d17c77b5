// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/spoken_date.h"

#include "server/calendar_words.h"
#include "server/cited_date.h"
#include "server/plain/words.h"

namespace server {

using archive::Certainty;
using archive::Date;
using archive::Precision;

namespace {

/// What the date rests on, with the words of the article where they say more than the date.
std::string why(const Date& date) {
    std::string why(words::basis(date.basis));
    if (!date.evidence.empty() && date.evidence != archive::iso_day(date.span.first))
        why += ": " + date.evidence;
    return why;
}

void speak_of_month_or_year(const Date& date, SpokenDate& spoken) {
    const bool year = date.precision == Precision::year;
    spoken.shown = day_in_words(date.span.first, date.precision);
    spoken.doubt = year ? words::month_unknown : words::day_unknown;
    spoken.at_length = long_day_in_words(date.span.first, date.precision);
    spoken.full = spoken.at_length + ", " + spoken.doubt;
    spoken.machine = archive::iso_day(date.span.first).substr(0, year ? 4 : 7);
}

void speak_of_inferred_day(const Date& date, SpokenDate& spoken) {
    const auto day = cited_day(date);
    const auto within = static_cast<std::uint64_t>(date.span.last - day);
    spoken.shown = day_in_words(day, Precision::day);
    spoken.doubt = within == 0 ? std::string(words::about_inferred) : words::within_days(within);
    spoken.at_length = long_day_in_words(day, Precision::day);
    spoken.about = true;
    const auto doubt = within == 0 ? std::string(words::inferred) : spoken.doubt;
    spoken.full = std::string(words::about) + ' ' + spoken.at_length + ", " + doubt;
    spoken.machine = archive::iso_day(day);
}

void speak_of_stated_day(const Date& date, SpokenDate& spoken) {
    spoken.shown = day_in_words(date.span.first, Precision::day);
    spoken.at_length = long_day_in_words(date.span.first, Precision::day);
    spoken.machine = archive::iso_day(date.span.first);
    if (date.span.first == date.span.last) {
        spoken.doubt = weekday_in_words(date.span.first);
    } else {
        spoken.shown += " – " + day_in_words(date.span.last, Precision::day);
        spoken.at_length += " – " + long_day_in_words(date.span.last, Precision::day);
    }
    spoken.full = spoken.at_length;
}

}  // namespace

SpokenDate spoken_date(const Date& date) {
    SpokenDate spoken;
    spoken.why = why(date);
    if (!date.known()) {
        spoken.shown = spoken.at_length = spoken.full = words::no_date;
        spoken.cited = words::no_date_cited;
    } else if (date.precision == Precision::year || date.precision == Precision::month) {
        speak_of_month_or_year(date, spoken);
    } else if (date.certainty == Certainty::inferred) {
        speak_of_inferred_day(date, spoken);
    } else {
        speak_of_stated_day(date, spoken);
    }
    if (date.known()) spoken.cited = cited_date(date);
    spoken.full += ". " + spoken.why + '.';
    return spoken;
}

}  // namespace server
