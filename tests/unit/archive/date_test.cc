// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/model/date.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

namespace {

using namespace archive;

Date stated(const char* text) {
    const auto written = parse_iso_span(text);
    REQUIRE(written);
    return {written->span, written->precision, Certainty::stated, Basis::field, text};
}

TEST_SUITE("date") {
    TEST_CASE("days are counted from the first of January of the year 1") {
        using namespace std::chrono;
        CHECK(day_number(year(1) / 1 / 1) == first_day_ever);
        CHECK(day_number(year(9999) / 12 / 31) == last_day_ever);
        CHECK(iso_day(day_number(year(1916) / 2 / 29)) == "1916-02-29");
    }

    TEST_CASE("a month is the span of its days") {
        const auto written = parse_iso_span("1988-02");
        REQUIRE(written);
        CHECK(written->precision == Precision::month);
        CHECK(iso_day(written->span.first) == "1988-02-01");
        CHECK(iso_day(written->span.last) == "1988-02-29");
    }

    TEST_CASE("a vague article is found by a precise search, and the reverse") {
        const auto article = stated("1989").span;
        const auto search = stated("1989-11-09").span;
        CHECK(article.meets(search));
        CHECK(search.meets(article));
        CHECK_FALSE(article.meets(stated("1990-01-01").span));
    }

    TEST_CASE("what is not a calendar date is no span") {
        for (const char* text : {"", "89", "1989-13", "1989-02-29", "1989-2-3", "0000", "-001",
                                 "1989-11-09T00:00", " 1989", "1989-", "1989-11-"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_iso_span(text));
        }
    }

    TEST_CASE("EDTF says precision, doubt and spans") {
        CHECK(edtf(stated("2024-11-30")) == "2024-11-30");
        CHECK(edtf(stated("2024-11")) == "2024-11");
        CHECK(edtf(stated("2024")) == "2024");
        CHECK(edtf(Date{}).empty());
        Date inferred = stated("2025-05-10");
        inferred.certainty = Certainty::inferred;
        CHECK(edtf(inferred) == "2025-05-10~");
        inferred.span.last += 3;
        CHECK(edtf(inferred) == "2025-05-10/2025-05-13");
    }
}

}  // namespace
