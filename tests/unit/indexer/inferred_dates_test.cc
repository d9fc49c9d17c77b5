// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/inferred_dates.h"

#include "indexer/analysis/chain.h"
#include "indexer/analysis/dates.h"
#include "indexer/analysis/day_order.h"
#include "indexer/analysis/holidays.h"
#include "indexer/analysis/path_dates.h"

#include <doctest/doctest.h>

#include <string>

using namespace indexer;
using archive::edtf;

namespace {

archive::Article told(const std::string& body) {
    archive::Article article;
    article.zones = {{archive::ZoneKind::body, body}};
    return article;
}

std::string inferred(const std::string& body, const std::string& filed) {
    const auto date = inferred_date(told(body), filed);
    return date ? edtf(*date) + " " + std::string(archive::name(date->basis)) : "undated";
}

std::string in_path(const std::string& path) {
    const auto date = date_in_path(path);
    return date ? edtf(*date) : "";
}

archive::Date stated(const std::string& text, bool month_first = false) {
    DateHints hints;
    hints.month_first = month_first;
    const auto date = parse_written_date(text, hints);
    REQUIRE(date);
    return *date;
}

}  // namespace

TEST_CASE("folders and file names say days, months and years") {
    CHECK(in_path("courier/2016/11/05/page3.txt") == "2016-11-05~");
    CHECK(in_path("gull-2019-04-02.txt") == "2019-04-02~");
    CHECK(in_path("gull_20190402.txt") == "2019-04-02~");
    CHECK(in_path("2024/nov/30/storm.html") == "2024-11-30~");
    CHECK(in_path("courier/1916-11/page3.txt") == "1916-11~");
    CHECK(in_path("1916/a.txt") == "1916~");
    CHECK(in_path("2016/a-2016-11-05.txt") == "2016-11-05~");
}

TEST_CASE("numbers that are no dates and paths that contradict themselves say nothing") {
    CHECK(in_path("page-1987.txt").empty());
    CHECK(in_path("000_611cc59fd6c75b51.txt").empty());
    CHECK(in_path("2016/13/a.txt") == "2016~");
    CHECK(in_path("2016-11-05/copy-of-2014-01-02.txt").empty());
    CHECK(in_path("").empty());
}

TEST_CASE("a path is a date only where the text agrees") {
    CHECK(inferred("The fog lifted on Friday, pilots said.", "2016/11/05/a.txt")
          == "2016-11-05~ path");
    CHECK(inferred("The fog of November 4 has lifted.", "2016/11/05/a.txt") == "2016-11-05~ path");
    CHECK(inferred("It was the worst fog of 2016.", "2016/11/a.txt") == "2016-11~ path");
    CHECK(inferred("The fog lifted on Monday.", "2016/11/05/a.txt") == "undated");
    CHECK(inferred("The fog has lifted.", "2016/11/05/a.txt") == "undated");
    CHECK(inferred("The fog lifted on Friday.", "a.txt") == "undated");
}

TEST_CASE("the words of both clues are kept") {
    const auto date = inferred_date(told("The fog lifted on Friday."), "2016/11/05/a.txt");
    REQUIRE(date);
    CHECK(date->certainty == archive::Certainty::inferred);
    CHECK(date->evidence.find("2016/11/05") != std::string::npos);
    CHECK(date->evidence.find("Friday") != std::string::npos);
}

TEST_CASE("a holiday and its weekday are a day where the year is known") {
    const std::string parade =
        "The fleet was shown, state media said on Saturday.\nIt left harbour on Friday to "
        "celebrate "
        "Russia's Victory Day.";
    CHECK(inferred(parade, "2025/parade.txt") == "2025-05-10~ holiday");
    CHECK(inferred(parade, "2024/parade.txt") == "undated");
    CHECK(inferred(parade, "parade.txt") == "undated");
    CHECK(inferred("Shops closed on Monday for Easter Monday, as in 2024.", "a.txt")
          == "2024-04-01~ holiday");
}

TEST_CASE("a name of many countries needs its country") {
    CHECK(holidays_in("Parades were held on Independence Day.").empty());
    CHECK(holidays_in("Parades were held on Independence Day all over the United States.").size()
          == 1);
}

TEST_CASE("Easter is where the churches put it") {
    CHECK(archive::iso_day(easter_sunday(2024)) == "2024-03-31");
    CHECK(archive::iso_day(easter_sunday(1818)) == "1818-03-22");
    CHECK(archive::iso_day(easter_sunday(2038)) == "2038-04-25");
    CHECK(archive::iso_day(orthodox_easter_sunday(2024)) == "2024-05-05");
    CHECK(archive::iso_day(orthodox_easter_sunday(2025)) == "2025-04-20");
}

TEST_CASE("a crawl and a weekday are a day where text and crawl agree on the year") {
    auto article = told("The fog lifted on Friday, the longest of 2016.");
    article.other.emplace_back("crawled", "2016-11-07");
    const auto date = inferred_date(article, "");
    REQUIRE(date);
    CHECK(edtf(*date) == "2016-11-04~");
    CHECK(date->basis == archive::Basis::weekday);
    article.other.back().second = "2019-11-07";
    CHECK_FALSE(inferred_date(article, ""));
}

TEST_CASE("an address dates an article that says nothing itself") {
    auto article = told("The fog lifted.");
    article.url = "https://gull.example/2016/11/05/fog";
    date_undated(article, "");
    CHECK(edtf(article.published) == "2016-11-05");
    CHECK(article.published.basis == archive::Basis::url);
}

TEST_CASE("the last change alone dates an article, inferred") {
    auto article = told("The fog lifted.");
    article.updated = stated("2016-11-05");
    date_undated(article, "");
    CHECK(edtf(article.published) == "2016-11-05~");
    CHECK(article.published.basis == archive::Basis::modified);
}

TEST_CASE("figures say their order when one of them is no month") {
    CHECK(day_order(stated("30/11/2024")) == DayOrder::day_first);
    CHECK(day_order(stated("11/30/2024")) == DayOrder::month_first);
    CHECK(day_order(stated("03/04/2024")) == DayOrder::either);
    CHECK(day_order(stated("04/04/2024")) == DayOrder::none);
    CHECK(day_order(stated("03.04.2024")) == DayOrder::none);
    CHECK(day_order(stated("2024/04/03")) == DayOrder::none);
    CHECK(day_order(stated("Wednesday, 03/04/2024")) == DayOrder::none);
    CHECK(day_order({}) == DayOrder::none);
}

TEST_CASE("a weekday that disagrees with its day is named") {
    const auto doubtful = find_date("Published Friday, 30 November 2024");
    REQUIRE(doubtful);
    CHECK(disagreeing_weekday(doubtful->date) == "Friday");
    const auto right = find_date("Published Saturday, 30 November 2024");
    REQUIRE(right);
    CHECK(disagreeing_weekday(right->date).empty());
}
