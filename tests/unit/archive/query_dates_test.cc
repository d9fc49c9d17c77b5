// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_dates.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace archive;

namespace {

/// A Saturday.
const DayNumber today = day_number(std::chrono::sys_days(std::chrono::year(2024) / 11 / 30));

/// "2024-06-01 2024-11-30", or the name of the refusal.
std::string days(std::string_view field, std::string_view value, DayNumber now = today) {
    const auto date = read_date(field, value, now);
    if (!date) return std::string(name(date.error().code));
    return iso_day(date->first) + " " + iso_day(date->last);
}

struct Reading {
    std::string field;
    std::string value;
    std::string days;
};

void check_readings(const std::vector<Reading>& readings) {
    for (const Reading& reading : readings) {
        CAPTURE(reading.field);
        CAPTURE(reading.value);
        CHECK(days(reading.field, reading.value) == reading.days);
    }
}

}  // namespace

TEST_CASE("a date of the query covers its year, month or day") {
    check_readings({
        {"date", "2024", "2024-01-01 2024-12-31"},
        {"date", "2024-02", "2024-02-01 2024-02-29"},
        {"added", "2024-06-19", "2024-06-19 2024-06-19"},
    });
}

TEST_CASE("both ends of a range count at their own precision") {
    check_readings({
        {"date", "2024-06..2024-11", "2024-06-01 2024-11-30"},
        {"date", "2024..2024-06-19", "2024-01-01 2024-06-19"},
        {"date", "2024-06..", "2024-06-01 9999-12-31"},
        {"date", "..2024-11", "0001-01-01 2024-11-30"},
        {"updated", "2024-06..today", "2024-06-01 2024-11-30"},
        {"date", "lastmonth..7d", "2024-10-01 2024-11-30"},
        {"date", "2024-06..2024-06", "2024-06-01 2024-06-30"},
    });
}

TEST_CASE("since and until take the day in, after and before leave it out") {
    check_readings({
        {"since", "2024-06", "2024-06-01 9999-12-31"},
        {"after", "2024-06", "2024-07-01 9999-12-31"},
        {"until", "2024-06", "0001-01-01 2024-06-30"},
        {"before", "2024-06", "0001-01-01 2024-05-31"},
        {"since", "7d", "2024-11-24 9999-12-31"},
    });
}

TEST_CASE("relative dates are counted from today and kept as days") {
    check_readings({
        {"date", "today", "2024-11-30 2024-11-30"},
        {"date", "Yesterday", "2024-11-29 2024-11-29"},
        {"date", "thisweek", "2024-11-25 2024-12-01"},
        {"date", "lastweek", "2024-11-18 2024-11-24"},
        {"date", "thismonth", "2024-11-01 2024-11-30"},
        {"date", "lastmonth", "2024-10-01 2024-10-31"},
        {"date", "thisyear", "2024-01-01 2024-12-31"},
        {"date", "lastyear", "2023-01-01 2023-12-31"},
        {"date", "1d", "2024-11-30 2024-11-30"},
        {"date", "7d", "2024-11-24 2024-11-30"},
        {"date", "2w", "2024-11-17 2024-11-30"},
        {"date", "3m", "2024-08-31 2024-11-30"},
        {"date", "9m", "2024-03-01 2024-11-30"},
        {"date", "1y", "2023-12-01 2024-11-30"},
        {"date", "9999y", "0001-01-01 2024-11-30"},
    });
    const auto date = read_date("date", "7d", today);
    REQUIRE(date);
    CHECK(date->value == "2024-11-24..2024-11-30");
    CHECK(read_date("until", "lastweek", today)->value == "2024-11-24");
    const DayNumber january = day_number(std::chrono::sys_days(std::chrono::year(2025) / 1 / 1));
    CHECK(days("date", "lastmonth", january) == "2024-12-01 2024-12-31");
    CHECK(days("date", "thisweek", january) == "2024-12-30 2025-01-05");
}

TEST_CASE("the first and the last day there are do not run over") {
    for (const DayNumber edge : {DayNumber{0}, first_day_ever, last_day_ever}) {
        for (const char* value :
             {"today", "yesterday", "thisweek", "lastweek", "thismonth", "lastmonth", "thisyear",
              "lastyear", "9999d", "9999w", "9999m", "9999y", "2024..7d"}) {
            CAPTURE(edge);
            CAPTURE(value);
            const auto date = read_date("date", value, edge);
            if (!date) continue;
            CHECK(date->first >= first_day_ever);
            CHECK(date->first <= date->last);
            CHECK(date->last <= last_day_ever);
        }
    }
    CHECK(days("after", "9999") == "query.bad_date");
    CHECK(days("before", "0001") == "query.bad_date");
}

TEST_CASE("what is no date is refused, with the one that was probably meant") {
    struct Refusal {
        const char* value;
        const char* hint;
    };
    for (const Refusal& refusal : std::vector<Refusal>{{"2024-13", "date:2024-12"},
                                                       {"2024-00", "date:2024-01"},
                                                       {"2024-02-30", "date:2024-02-29"},
                                                       {"2024-6-9", "date:2024-06-09"},
                                                       {"2024/06/19", "date:2024-06-19"},
                                                       {"20240619", "date:2024-06-19"},
                                                       {"19.6.2024", "date:2024-06-19"},
                                                       {"6/19/2024", "date:2024-06-19"},
                                                       {"2024-06-19T10:00", "date:2024-06-19"},
                                                       {"2024-06..2024-1", "date:2024-06..2024-01"},
                                                       {"10 May 2024", "date:2024-05-10"},
                                                       {"Sept. 30, 2024", "date:2024-09-30"},
                                                       {"June 2024", "date:2024-06"},
                                                       {"2024 Mar 3", "date:2024-03-03"},
                                                       {"soon", ""},
                                                       {"0d", ""},
                                                       {"0000", ""},
                                                       {"..", "has:date"},
                                                       {"2024-06...2024-07", ""},
                                                       {"7", ""}}) {
        CAPTURE(refusal.value);
        const auto date = read_date("date", refusal.value, today);
        REQUIRE_FALSE(date);
        CHECK(date.error().code == ErrorCode::query_bad_date);
        REQUIRE(date.error().place);
        if (*refusal.hint != '\0') CHECK(date.error().place->hint == refusal.hint);
    }
    CHECK(days("since", "2024-06..2024-07") == "query.bad_date");
}

TEST_CASE("a date that means one day here and another there is refused with both") {
    const auto date = read_date("date", "05/10/2024", today);
    REQUIRE_FALSE(date);
    CHECK(date.error().message == "\"05/10/2024\" may be 2024-05-10 or 2024-10-05");
    CHECK(date.error().place->hint.empty());
    const auto alike = read_date("date", "5/5/2024", today);
    REQUIRE_FALSE(alike);
    CHECK(alike.error().place->hint == "date:2024-05-05");
}

TEST_CASE("a range that ends before it begins is refused with its ends exchanged") {
    const auto date = read_date("date", "2024-11..2024-06", today);
    REQUIRE_FALSE(date);
    CHECK(date.error().code == ErrorCode::query_reversed_range);
    CHECK(date.error().place->hint == "date:2024-06..2024-11");
}
