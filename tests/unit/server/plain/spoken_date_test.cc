// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/spoken_date.h"

#include <doctest/doctest.h>

using archive::Basis;
using archive::Certainty;
using archive::Date;

namespace {

Date dated(const char* first, const char* last, Certainty certainty, Basis basis = Basis::field,
           std::string evidence = {}) {
    const auto from = archive::parse_iso_span(first), to = archive::parse_iso_span(last);
    REQUIRE(from);
    REQUIRE(to);
    Date date;
    date.span = {from->span.first, to->span.last};
    date.precision = from->precision;
    date.certainty = certainty;
    date.basis = basis;
    date.evidence = std::move(evidence);
    return date;
}

}  // namespace

TEST_CASE("a stated day is said with its weekday and what it rests on") {
    const auto spoken = server::spoken_date(dated("2024-11-30", "2024-11-30", Certainty::stated,
                                                  Basis::text_header, "Saturday, 30 Nov 2024"));
    CHECK(spoken.shown == "30 Nov 2024");
    CHECK(spoken.doubt == "Sat");
    CHECK(spoken.at_length == "Saturday, 30 November 2024");
    CHECK_FALSE(spoken.about);
    CHECK(spoken.cited == "30 Nov 2024");
    CHECK(spoken.machine == "2024-11-30");
    CHECK(spoken.full
          == "Saturday, 30 November 2024. Printed at the head of the text: Saturday, 30 Nov 2024.");
}

TEST_CASE("an inferred day says that it is, and how far it may be off") {
    const auto day = server::spoken_date(
        dated("2025-05-10", "2025-05-10", Certainty::inferred, Basis::weekday, "on Saturday"));
    CHECK(day.shown == "10 May 2025");
    CHECK(day.doubt == "on or about, inferred");
    CHECK(day.about);
    CHECK(day.cited == "[on or about 10 May 2025]");
    CHECK(day.why == "Worked out from a weekday in the text: on Saturday");
    CHECK(day.full
          == "on or about Saturday, 10 May 2025, inferred. "
             "Worked out from a weekday in the text: on Saturday.");
    const auto span = server::spoken_date(dated("2024-11-18", "2024-11-26", Certainty::inferred));
    CHECK(span.shown == "22 Nov 2024");
    CHECK(span.doubt == "± 4 days, inferred");
    CHECK(span.machine == "2024-11-22");
}

TEST_CASE("a month and a year are not made into a day") {
    const auto month = server::spoken_date(dated("2024-11", "2024-11", Certainty::inferred));
    CHECK(month.shown == "Nov 2024");
    CHECK(month.doubt == "day unknown");
    CHECK(month.at_length == "November 2024");
    CHECK(month.cited == "[Nov 2024]");
    CHECK(month.machine == "2024-11");
    const auto year = server::spoken_date(dated("2024", "2024", Certainty::stated));
    CHECK(year.shown == "2024");
    CHECK(year.doubt == "month unknown");
    CHECK(year.cited == "2024");
    CHECK(year.machine == "2024");
}

TEST_CASE("several stated days are said from first to last") {
    const auto week = server::spoken_date(dated("2024-11-18", "2024-11-24", Certainty::stated));
    CHECK(week.shown == "18 Nov 2024 – 24 Nov 2024");
    CHECK(week.doubt == "");
    CHECK(week.cited == "18 Nov 2024 to 24 Nov 2024");
}

TEST_CASE("an article without a date says so and why") {
    const auto none = server::spoken_date({});
    CHECK(none.shown == "No date");
    CHECK(none.cited == "no date");
    CHECK(none.machine.empty());
    CHECK(none.full == "No date. No date found in the file, its name or its text.");
}

TEST_CASE("evidence that is the date itself is not said twice") {
    const auto spoken = server::spoken_date(
        dated("2024-11-30", "2024-11-30", Certainty::stated, Basis::field, "2024-11-30"));
    CHECK(spoken.why == "Date field of the file");
}
