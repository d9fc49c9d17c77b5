// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/dates.h"

#include "indexer/analysis/month_names.h"
#include "indexer/analysis/url_dates.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace indexer;
using archive::Precision;

namespace {

std::string day_of(std::string_view text, const DateHints& hints = {}) {
    const auto date = parse_written_date(text, hints);
    return date ? archive::edtf(*date) : "";
}

std::string first_day_in(std::string_view text) {
    const auto found = find_date(text);
    return found ? archive::edtf(found->date) : "";
}

}  // namespace

TEST_CASE("every written form of one day is read as that day") {
    for (const char* text : {"2024-11-30",
                             "2024-11-30T08:15:00Z",
                             "2024/11/30",
                             "20241130",
                             "20241130081500",
                             "20241130T081500Z",
                             "30.11.2024",
                             "30/11/2024",
                             "30-11-24",
                             "11/30/2024",
                             "30 November 2024",
                             "30. November 2024",
                             "30th of November, 2024",
                             "Nov. 30, 2024",
                             "November 30th 2024",
                             "Sat, 30 Nov 2024 08:15:00 +0900",
                             "Sat Nov 30 08:15:00 GMT 2024",
                             "30-Nov-2024",
                             "30 Nov '24",
                             "Lerwick, 30 Nov 24",
                             "30 de noviembre de 2024",
                             "30 novembre 2024",
                             "30 novembro de 2024",
                             "30 listopada 2024",
                             "30. listopadu 2024",
                             "30. marraskuuta 2024",
                             "30 Kasım 2024",
                             "30 ноября 2024",
                             "30 листопада 2024",
                             "30 november 2024",
                             "2024. november 30.",
                             "30 noiembrie 2024",
                             "30 Νοεμβρίου 2024",
                             "30 نوفمبر 2024",
                             "2024年11月30日",
                             "2024년 11월 30일",
                             "２０２４年１１月３０日",
                             "٣٠ نوفمبر ٢٠٢٤",
                             "30\u00a0November\u00a02024",
                             "Published: 30 NOVEMBER 2024, 08:15",
                             "1732954500",
                             "1732954500000"}) {
        CAPTURE(text);
        CHECK(day_of(text) == "2024-11-30");
    }
}

TEST_CASE("the day is the local one and the clock time stays beside it") {
    const auto date = parse_written_date("2024-11-30T00:30:00+09:00");
    REQUIRE(date);
    CHECK(archive::edtf(*date) == "2024-11-30");
    CHECK(date->precision == Precision::minute);
    CHECK(date->minute_of_day == 30);
    CHECK(date->utc_offset == 540);
}

TEST_CASE("clock times are read in the forms of several languages") {
    const std::pair<const char*, int> times[]{
        {"30 Nov 2024 8:15 PM", 20 * 60 + 15}, {"Nov 30, 2024, 12:05 a.m. EST", 5},
        {"30.11.2024 10.30 Uhr", 630},         {"30 novembre 2024 à 8h05", 485},
        {"30.11.2024, 08:15 Uhr", 495},        {"2024-11-30 23:59:59.123 UTC", 1439}};
    for (const auto& time : times) {
        CAPTURE(time.first);
        const auto date = parse_written_date(time.first);
        REQUIRE(date);
        REQUIRE(date->minute_of_day);
        CHECK(*date->minute_of_day == time.second);
    }
    CHECK(parse_written_date("Nov 30, 2024, 12:05 a.m. EST")->utc_offset == -300);
    CHECK_FALSE(parse_written_date("30 Nov 2024 08:15")->utc_offset);
    CHECK(parse_written_date("30 Nov 2024")->precision == Precision::day);
}

TEST_CASE("a month or a year alone is a date of that precision when nothing stands beside it") {
    const auto month = parse_written_date("November 1989");
    REQUIRE(month);
    CHECK(month->precision == Precision::month);
    CHECK(archive::edtf(*month) == "1989-11");
    CHECK(day_of("1989-11") == "1989-11");
    CHECK(day_of("novembre de 1989") == "1989-11");
    CHECK(day_of("1989年11月") == "1989-11");
    CHECK(day_of("1989") == "1989");
    CHECK(day_of("about 1989 people came").empty());
    CHECK(day_of("November 1989 saw the wall fall").empty());
}

TEST_CASE("slashes follow the hint, dots and numbers over twelve do not") {
    DateHints american;
    american.month_first = true;
    CHECK(day_of("03/04/2024") == "2024-04-03");
    CHECK(day_of("03/04/2024", american) == "2024-03-04");
    CHECK(day_of("03.04.2024", american) == "2024-04-03");
    CHECK(day_of("13/04/2024", american) == "2024-04-13");
    CHECK(day_of("04/13/2024") == "2024-04-13");
}

TEST_CASE("a weekday beside a number date says which of its numbers is the day") {
    CHECK(day_of("Monday, 03/04/2024") == "2024-03-04");
    CHECK(day_of("Wednesday, 03/04/2024") == "2024-04-03");
}

TEST_CASE("a weekday that disagrees with its date is reported and agrees otherwise") {
    REQUIRE(find_date("Saturday, 30 Nov 2024"));
    CHECK_FALSE(find_date("Saturday, 30 Nov 2024")->weekday_disagrees);
    CHECK(find_date("Friday, 30 Nov 2024")->weekday_disagrees);
    CHECK_FALSE(find_date("30 Nov 2024")->weekday_disagrees);
}

TEST_CASE("two figures behind a month are a year only at the end of a short line") {
    CHECK(find_date("(Lerwick, 30 November 24)"));
    CHECK_FALSE(find_date("On 30 November 24 boats lay in the harbour"));
    CHECK_FALSE(find_date("Boats were counted again on the evening of 30 November 24"));
    CHECK_FALSE(find_date("30 November 24:00"));
}

TEST_CASE("what is no full date is not guessed") {
    for (const char* text : {"", "30 November", "Saturday", "last week", "89", "2024-13-01",
                             "2024-02-30", "31 June 2024", "10,000 troops", "1.2.3", "99/99/9999",
                             "Room 20 2024", "0000-00-00", "12345678901234567890"}) {
        CAPTURE(text);
        CHECK(day_of(text).empty());
    }
}

TEST_CASE("years outside the hints are no dates") {
    DateHints web;
    web.earliest_year = 1990;
    CHECK(day_of("1 May 1916") == "1916-05-01");
    CHECK(day_of("1 May 1916", web).empty());
    CHECK(day_of("1 May 1916, updated 2 May 2016", web) == "2016-05-02");
}

TEST_CASE("the first full date of a running text is found with its place") {
    const std::string text = "Kim spoke on October 7, 2024 and again in November.";
    const auto found = find_date(text);
    REQUIRE(found);
    CHECK(text.substr(found->first, found->last - found->first) == "October 7, 2024");
    CHECK(found->date.evidence == "October 7, 2024");
    CHECK(found->date.certainty == archive::Certainty::stated);
    CHECK(first_day_in("It may rain, said 3 of 10 people in mars.").empty());
}

TEST_CASE("addresses give days and months but no article numbers") {
    const std::pair<const char*, const char*> days[]{
        {"https://a.example/2024/11/30/story.html", "2024-11-30"},
        {"https://a.example/news/2024-11-30-story", "2024-11-30"},
        {"https://a.example/2024/nov/30/story", "2024-11-30"},
        {"https://a.example/story-20241130.html", "2024-11-30"},
        {"https://a.example/news/30-11-2024", "2024-11-30"},
        {"https://a.example/news/11-30-2024-x", "2024-11-30"}};
    for (const auto& address : days) {
        CAPTURE(address.first);
        const auto date = day_in_url(address.first);
        REQUIRE(date);
        CHECK(archive::edtf(*date) == address.second);
        CHECK(date->basis == archive::Basis::url);
    }
    CHECK_FALSE(day_in_url("https://a.example/article/18221130/x"));
    CHECK_FALSE(day_in_url("https://a.example/2024/13/40/"));
    CHECK_FALSE(day_in_url("https://a.example/10-11-2024"));  // which is the month?
    CHECK_FALSE(day_in_url("https://a.example/30/11/2024/x"));
    REQUIRE(month_in_url("https://a.example/2024/11/story"));
    CHECK(archive::edtf(*month_in_url("https://a.example/2024/11/story")) == "2024-11");
    CHECK_FALSE(month_in_url("https://a.example/2024/77/story"));
}

TEST_CASE("month names of all languages are known in any case and without accents") {
    CHECK(month_named("FÉVRIER") == 2);
    CHECK(month_named("fevrier") == 2);
    CHECK(month_named("Październik") == 10);
    CHECK(month_named("ДЕКАБРЯ") == 12);
    CHECK(month_named("Mayıs") == 5);
    CHECK(month_named("Monday") == 0);
    CHECK(month_named("") == 0);
    CHECK(weekday_named("Samstag") == 6U);
    CHECK(weekday_named("воскресенье") == 0U);
    CHECK_FALSE(weekday_named("November"));
}

TEST_CASE("no bytes make the date reader fail") {
    std::string bytes;
    for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        (void)find_date(bytes.substr(i) + "2024-11-30");
        (void)parse_written_date(std::string("30 ") + bytes[i] + " Nov 2024" + bytes[i]);
    }
    CHECK(day_of(std::string(1000, '9')).empty());
}
