// SPDX-License-Identifier: GPL-2.0-or-later

#include "archive/model/date.h"
#include "indexer/analysis/dates.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

using namespace indexer;

namespace {

std::string day_of(std::string_view text) {
    const auto date = parse_written_date(text);
    return date ? archive::edtf(*date) : "";
}

}  // namespace

TEST_CASE("days of other calendars are days of ours") {
    const std::pair<const char*, const char*> days[]{
        {"9 มีนาคม 2564", "2021-03-09"},
        {"9 มีนาคม พ.ศ. 2564", "2021-03-09"},
        {"๙ มีนาคม ๒๕๖๔", "2021-03-09"},
        {"9 มีนาคม 2021", "2021-03-09"},
        {"۱۹ اسفند ۱۳۹۹", "2021-03-09"},
        {"سه‌شنبه ۱۹ اسفند ماه ۱۳۹۹", "2021-03-09"},
        {"۱۴۰۰/۰۱/۰۱", "2021-03-21"},
        {"۱ فروردین ۱۴۰۳", "2024-03-20"},
        {"۳۰ اسفند ۱۴۰۳", "2025-03-20"},
        {"令和3年3月9日", "2021-03-09"},
        {"令和元年5月1日（水）", "2019-05-01"},
        {"昭和64年1月7日", "1989-01-07"},
        {"民國110年3月9日", "2021-03-09"},
        {"二〇二一年三月九日", "2021-03-09"},
        {"昭和二十年八月十五日", "1945-08-15"},
        {"二○二一年十二月三十一日", "2021-12-31"}};
    for (const auto& one : days) {
        CAPTURE(std::string(one.first));
        CHECK(day_of(one.first) == std::string(one.second));
    }
}

TEST_CASE("figures of our calendar are not taken for another") {
    CHECK(day_of("1400/01/05").substr(0, 4) != "2021");
    CHECK(day_of("9 March 2564").empty());
    CHECK(day_of("31 December 2021") == "2021-12-31");
    CHECK(day_of("第三年三月九日").empty());
}

TEST_CASE("months of more languages are months") {
    for (const char* text : {"9. marts 2021",
                             "9 de març de 2021",
                             "9. ožujka 2021.",
                             "9. marta 2021.",
                             "9 марта 2021",
                             "9. март 2021.",
                             "9 במרץ 2021",
                             "9 मार्च 2021",
                             "৯ মার্চ ২০২১",
                             "9 மார்ச் 2021",
                             "9 آذار 2021",
                             "9 آذار/مارس 2021",
                             "٩ مارس ٢٠٢١",
                             "9 مارچ 2021",
                             "9. märts 2021",
                             "2021. gada 9. marts",
                             "2021 m. kovo 9 d.",
                             "9 Maret 2021",
                             "9 maart 2021",
                             "9 mrt 2021",
                             "9 Μαρ 2021",
                             "9 მარტი 2021",
                             "ngày 9 tháng 3 năm 2021",
                             "9 tháng 3, 2021",
                             "9 machi 2021"}) {
        CAPTURE(text);
        CHECK(day_of(text) == "2021-03-09");
    }
    CHECK(day_of("5 كانون الثاني 2021") == "2021-01-05");
    CHECK(day_of("5 كانون الأول 2021") == "2021-12-05");
    CHECK(day_of("5 تشرين الأول/أكتوبر 2021") == "2021-10-05");
    CHECK(day_of("5 listopada 2021") == "2021-11-05");  // Polish and Czech, not Croatian
}

TEST_CASE("seconds since 1970 may have a fraction") {
    CHECK(day_of("1615278764.0") == "2021-03-09");
    CHECK(day_of("1615278764.25") == "2021-03-09");
    CHECK(day_of("1615278764.0 km").empty());
}

TEST_CASE("a number written out without end is no year") {
    std::string year;
    for (int i = 0; i < 12; ++i) year += "二〇二一";
    CHECK(day_of(year + "年三月九日").empty());
    CHECK(day_of("二〇二一年" + year + "月九日").empty());
}
