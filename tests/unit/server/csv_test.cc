// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/csv.h"

#include <doctest/doctest.h>

#include <algorithm>

TEST_CASE("cells are quoted when they hold a comma, a quotation mark or a line break") {
    CHECK(server::csv_line({"a", "b,c", "d\"e", "f\ng", ""})
          == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n");
}

TEST_CASE("no cell begins a formula") {
    CHECK(server::csv_line({"=1+1", "+1", "-1", "@sum", "\tx"}) == "'=1+1,'+1,'-1,'@sum,'\tx\r\n");
    CHECK(server::csv_line({"\r=1", "=HYPERLINK(\"x\",\"y\")"})
          == "\"'\r=1\",\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
    CHECK(server::csv_line({"1-1", "a=b"}) == "1-1,a=b\r\n");
}

TEST_CASE("bytes that are not UTF-8 never reach the file") {
    CHECK(server::csv_line({"caf\xe9"}) == "caf\xef\xbf\xbd\r\n");
}

TEST_CASE("the table begins with a byte order mark and has a cell under each name") {
    const auto head = server::csv_head();
    CHECK(head.starts_with("\xef\xbb\xbfid,permalink,title,"));
    archive::ResultRow row;
    row.article.id = "b3k7q2m9x4t1c8va";
    row.article.title = "Ferry";
    row.article.agency = {"Coastline", "Reuters"};
    const auto line = server::csv_row(row, "http://localhost/articles/b3k7q2m9x4t1c8va");
    CHECK(std::count(line.begin(), line.end(), ',') == std::count(head.begin(), head.end(), ','));
    CHECK(line.find("Coastline; Reuters") != std::string::npos);
    CHECK(line.ends_with(",,1,only,\r\n"));
    row.ties = {"b3k7q2m9x4t1c8va", 3, archive::StoryRole::version, "t1c8vab3k7q2m9x4", 2};
    CHECK(server::csv_row(row, "").ends_with(",b3k7q2m9x4t1c8va,3,version,t1c8vab3k7q2m9x4\r\n"));
}

TEST_CASE("a row holds both ends of its date, with certainty and basis") {
    archive::ResultRow row;
    row.article.published.span = archive::DaySpan{archive::parse_iso_span("2024-11-18")->span.first,
                                                  archive::parse_iso_span("2024-11-26")->span.last};
    row.article.published.precision = archive::Precision::day;
    row.article.published.certainty = archive::Certainty::inferred;
    row.article.published.basis = archive::Basis::weekday;
    CHECK(server::csv_row(row, "").find("2024-11-18,2024-11-26,day,inferred,weekday")
          != std::string::npos);
    CHECK(server::csv_row({}, "").find(",,,none,none,none,") != std::string::npos);
}
