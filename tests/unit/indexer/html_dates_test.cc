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

TEST_CASE("a day behind the standfirst stands at the headline as well") {
    const std::string lead =
        "<p>The vote in the harbour town was closer than anybody thought, and "
        "it was closest on the quays.</p>";
    CHECK(day(greenwich, heading + "<h2>" + lead.substr(3, lead.size() - 7) + "</h2>"
                             + "<span>13 March 2019</span>" + text)
          == "2019-03-13");
    CHECK(day(meta("date", "2019-03-20"), heading + "<div>" + lead
                                              + "<aside><time>12.03.2019</time></aside>"
                                              + paragraphs + "</div>")
          == "2019-03-12");
}

TEST_CASE("of two days of publication the one at the headline counts") {
    const std::string linked =
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\","
        "\"datePublished\":\"2019-03-12T10:00:00+01:00\"}</script>";
    const auto stated = linked + meta("article:published_time", "2019-03-15T09:00:00+01:00");
    CHECK(day(stated, heading + "<p>15.03.2019</p>" + text) == "2019-03-15");
    CHECK(day(stated, heading + "<p>12.03.2019</p>" + text) == "2019-03-12");
    CHECK(day(stated, heading + "<p>20.03.2019</p>" + text) == "2019-03-12");
    CHECK(day(stated, heading + text) == "2019-03-12");
    CHECK(day(linked, heading + "<p>15.03.2019</p>" + text) == "2019-03-12");
}

TEST_CASE("a meta date of many meanings gives way to the day at the top of the article element") {
    const auto created = meta("date", "2019-03-12");
    const std::string printed = "<span class=\"date\">14 March 2019</span>";
    CHECK(day(created, "<article>" + heading + printed + text + "</article>") == "2019-03-14");
    CHECK(day(created,
              "<div itemtype=\"http://schema.org/Article\">" + heading + printed + text + "</div>")
          == "2019-03-14");
    CHECK(day(created, heading + printed + text) == "2019-03-12");
    CHECK(day(created,
              "<article>" + heading + "<ul><li>" + printed + "</li></ul>" + text + "</article>")
          == "2019-03-12");
}

TEST_CASE("a meta date of many meanings gives way to an earlier day behind a word of publication") {
    const auto changed = meta("date", "2019-03-15");
    CHECK(day(changed, heading + text + "<p>Erschienen am: 12.03.2019</p>") == "2019-03-12");
    CHECK(day(changed, heading + text + "<p>Published 20 March 2019</p>") == "2019-03-15");
    CHECK(day(changed, heading + text
                           + "<p>The council leant on a report published on 2 May 2015, in which "
                             "engineers had asked for a second slipway, a longer pier and more "
                             "lamps on the northern quay.</p>")
          == "2019-03-15");
}

TEST_CASE("figures of a day are read in the order that the rest of the page allows") {
    const auto either = meta("date", "03/12/2019 08:15:00");
    CHECK(day(either, heading + text) == "2019-12-03");
    CHECK(day(either, heading + text + "<p>Erstellt am: 12.03.2019</p>") == "2019-03-12");
    CHECK(day(meta("article:published_time", "03/12/2019")
                  + meta("article:modified_time", "2019-03-13T10:00:00Z"),
              heading + text)
          == "2019-03-12");
    CHECK(day(meta("article:published_time", "03/12/2019")
                  + meta("article:modified_time", "2019-12-03T10:00:00Z"),
              heading + text)
          == "2019-12-03");
}

TEST_CASE("a label in front of the element of a day says what it is the day of") {
    const auto edited = read(page("", heading + text
                                          + "<p>revision 8, last edited: "
                                            "<span class=\"date\">12 March 2019</span></p>"));
    CHECK(edited.published.basis == Basis::modified);
    const std::string member = "<dl><dd><b>Registriert:</b> 18.09.2008, 05:56</dd></dl>";
    CHECK(day("", member + heading + "<p>21.01.2009, 05:42</p>" + text) == "2009-01-21");
    CHECK_FALSE(dated("", member + heading + text).certainty == Certainty::stated);
}

TEST_CASE("a printed day is surer than the <time> of a comment") {
    const std::string comment = "<ol><li><time datetime=\"2019-03-24\">24 March</time></li></ol>";
    CHECK(day("", heading + "<p>von Maren am 12.03.2019</p>" + text + comment) == "2019-03-12");
    CHECK(day("", heading + text + "<p>Veröffentlicht am 12.03.2019</p>" + comment)
          == "2019-03-12");
    CHECK(day("", heading + text + comment) == "2019-03-24");
}

TEST_CASE("a page that prints no day is dated by the record in its scripts") {
    const auto record = [](const std::string& members) {
        return "<script type=\"application/json\">{" + members + "}</script>";
    };
    const auto found =
        dated("", heading + text + record(R"("publishedDate" : "2019-03-12T08:15:00+01:00")"));
    CHECK(archive::edtf(found) == "2019-03-12");
    CHECK(found.basis == Basis::jsonld_page);
    CHECK(found.certainty == Certainty::stated);
    CHECK(day("", heading + text + record(R"("state":"{\"publishedAt\":\"2019-03-12\"}")"))
          == "2019-03-12");
    CHECK(day("", heading + text
                      + record(R"("publishedAt":"2019-03-12","next":{"publishedAt":"2019-03-14"})"))
              .empty());
    CHECK(
        day("", heading + text + record(R"("createdAt":"2019-03-12","publishedAt":null)")).empty());
    CHECK(day("", heading + "<p>2 May 2018</p>" + text + record(R"("publishedAt":"2019-03-12")"))
          == "2018-05-02");
}

TEST_CASE("JSON-LD of instructions dates the page that gives them") {
    const auto found = dated(
        "<script type=\"application/ld+json\">{\"@type\":\"HowTo\","
        "\"datePublished\":\"2019-03-12T08:15:00:123Z\"}</script>",
        heading + text);
    CHECK(archive::edtf(found) == "2019-03-12");
    CHECK(found.basis == Basis::jsonld_page);
}
