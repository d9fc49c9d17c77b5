// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/parts.h"

#include "server/json/row.h"

#include <doctest/doctest.h>

using archive::Highlight;
using archive::TextSegment;

TEST_CASE("segments are objects, one escaped string with marks, or one plain string") {
    const std::vector<TextSegment> segments{{"5 < 6 & ", false}, {"\"x\"", true}};
    CHECK(server::segments_json(segments, Highlight::segments).dump()
          == R"([{"text":"5 < 6 & "},{"text":"\"x\"","hit":true}])");
    CHECK(server::segments_json(segments, Highlight::html)
          == "5 &lt; 6 &amp; <mark>&quot;x&quot;</mark>");
    CHECK(server::segments_json(segments, Highlight::none) == "5 < 6 & \"x\"");
    CHECK(server::segments_json({}, Highlight::segments).dump() == "[]");
    CHECK(server::segments_json({}, Highlight::html) == "");
}

TEST_CASE("an undated article has no day, no time and an empty EDTF") {
    CHECK(server::date_json({}).dump()
          == R"({"earliest":null,"latest":null,"edtf":"","precision":"none","certainty":"none",)"
             R"("basis":"none","evidence":"","time":null})");
}

TEST_CASE("a date known to the minute tells the time as written") {
    archive::Date date;
    date.span = archive::parse_iso_span("2024-11-30")->span;
    date.precision = archive::Precision::minute;
    date.certainty = archive::Certainty::stated;
    date.basis = archive::Basis::field;
    date.minute_of_day = 65;
    const auto json = server::date_json(date);
    CHECK(json["time"] == "01:05");
    CHECK(json["earliest"] == "2024-11-30");
    CHECK(json["precision"] == "minute");
}

TEST_CASE("moments are in UTC and days before 1970 are none the worse") {
    CHECK(server::utc_moment(0) == "1970-01-01T00:00:00Z");
    CHECK(server::utc_moment(-1) == "1969-12-31T23:59:59Z");
    CHECK(server::utc_moment(1'732'965'143) == "2024-11-30T11:12:23Z");
    CHECK(server::day_json(archive::first_day_ever) == "0001-01-01");
    CHECK(server::day_json(0).is_null());
}

TEST_CASE("bytes that are not UTF-8 become U+FFFD on a line of their own") {
    CHECK(server::one_line({{"a", "caf\xe9\n"}}) == "{\"a\":\"caf\xef\xbf\xbd\\n\"}");
}

TEST_CASE("the basis of a title is told in three words") {
    using enum archive::TitleBasis;
    const auto told = [](archive::TitleBasis basis) {
        archive::ResultRow row;
        row.article.title_basis = basis;
        return server::row_json(row, Highlight::none)["title_basis"];
    };
    for (const auto basis : {field, jsonld, meta, h1, text}) CHECK(told(basis) == "stated");
    CHECK(told(standfirst) == "standfirst");
    CHECK(told(lead) == "lead");
    CHECK(told(none).is_null());
}
