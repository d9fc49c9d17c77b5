// SPDX-License-Identifier: GPL-2.0-or-later
// When the article of a page appeared.
#include "tests/unit/indexer/html_pages.h"

#include <string>

using namespace html_pages;
using archive::Basis;
using archive::Certainty;

namespace {

const std::string heading = "<h1>Ferry saved by a handful of votes</h1>";
const std::string text = "<div class=\"article-body\">" + paragraphs + "</div>";

archive::Date dated(const std::string& head, const std::string& body, std::string_view url = {}) {
    return read(page(head, body), url).published;
}

std::string day(const std::string& head, const std::string& body, std::string_view url = {}) {
    return archive::edtf(dated(head, body, url));
}

std::string meta(const std::string& name, const std::string& value) {
    return "<meta property=\"" + name + "\" content=\"" + value + "\">";
}

const std::string greenwich = meta("article:published_time", "2019-03-12T23:30:00Z");

}  // namespace

TEST_CASE("a time in Greenwich is of the day that is printed at the headline") {
    CHECK(day(greenwich, heading + "<p class=\"meta\">13 March 2019, 00:30</p>" + text)
          == "2019-03-13");
    CHECK(day(greenwich, heading + "<p><span>Mar 13,</span> <span>2019</span></p>" + text)
          == "2019-03-13");
    CHECK(day(greenwich, heading + "<p>12 March 2019</p>" + text,
              "https://gull.example/2019/03/13/ferry")
          == "2019-03-12");
}

TEST_CASE("a time in Greenwich is of the day in the address when none is printed") {
    CHECK(day(greenwich, heading + text, "https://gull.example/2019/03/13/ferry") == "2019-03-13");
    CHECK(day(greenwich, heading + text, "https://gull.example/2019/03/20/ferry") == "2019-03-12");
    CHECK(day(greenwich, heading + text) == "2019-03-12");
}

TEST_CASE("a time with an offset is a local one whatever is printed") {
    CHECK(day(meta("article:published_time", "2019-03-12T23:30:00+01:00"),
              heading + "<p>13 March 2019</p>" + text)
          == "2019-03-12");
}

TEST_CASE("of all printed days the one at the headline counts") {
    const std::string others =
        "<header><div class=\"date\">1 May 2020</div></header>"
        "<div class=\"teaser\"><span class=\"date\">2 May 2020</span></div>";
    const std::string comments =
        "<div class=\"comment\"><span class=\"comment-date\">4 May 2020</span></div>";
    const auto found =
        dated("", others + heading + "<p class=\"post-date\">12 March 2019</p>" + text + comments);
    CHECK(archive::edtf(found) == "2019-03-12");
    CHECK(found.basis == Basis::date_element);
    CHECK(day("", heading + "<p>12 March 2019</p>" + text + comments) == "2019-03-12");
    CHECK(day("", heading + "<div><p>12.03.2019 - " + paragraphs.substr(3) + "</div>" + comments)
          == "2019-03-12");
}

TEST_CASE("a <time> of another article does not beat a date below the headline") {
    CHECK(day("", heading + "<p class=\"date\">12 March 2019</p>" + text
                      + "<div><time datetime=\"2020-05-01\">May</time></div>")
          == "2019-03-12");
}

TEST_CASE("lines of a change or of the visit give no day of publication") {
    for (const std::string line :
         {"This page was last modified on 12 March 2019", "Letzte Änderung: 12.03.2019",
          "Zuletzt am 12. März 2019 um 13:22 Uhr bearbeitet"}) {
        CAPTURE(line);
        const auto article =
            read(page("", heading + text + "<div class=\"info\"><p>" + line + "</p></div>"));
        CHECK(article.published.certainty == Certainty::inferred);
        CHECK(article.published.basis == Basis::modified);
        REQUIRE(article.updated);
        CHECK(archive::edtf(*article.updated) == "2019-03-12");
    }
    CHECK_FALSE(
        dated("", heading + text + "<p class=\"time\">Current time: 12.03.2019 10:00</p>").certainty
        == Certainty::stated);
    CHECK(day("", heading + "<p class=\"date\">Written: 2019-03-12 Updated: 2019-03-14</p>" + text)
          == "2019-03-12");
}

TEST_CASE("a meta date of many meanings gives way to an earlier printed day") {
    const auto changed = meta("date", "2020-07-08T16:36:31+02:00");
    CHECK(day(changed, heading + "<p class=\"date\">12 March 2019</p>" + text) == "2019-03-12");
    CHECK(day(changed, heading + text) == "2020-07-08");
    CHECK(day(meta("date", "2019-03-12"), heading + "<p class=\"date\">14 March 2019</p>" + text)
          == "2019-03-12");
}

TEST_CASE("a meta name with a month is refined by one with a day") {
    CHECK(day(meta("citation_publication_date", "2019/03") + meta("dc.date", "2019-03-12"),
              heading + text)
          == "2019-03-12");
    CHECK(day(meta("citation_publication_date", "2019/03"), heading + text) == "2019-03");
}
