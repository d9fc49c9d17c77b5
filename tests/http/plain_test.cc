// SPDX-License-Identifier: GPL-2.0-or-later
// Pages without scripts, as a browser of any age gets them.
#include "tests/http/harbour.h"

#include <doctest/doctest.h>

#include <regex>
#include <set>

using tests::live;
using tests::LiveServer;
using tests::SmallArchive;
using tests::Written;

namespace {

/// Everything in it would do harm if it were markup.
const std::string hostile = "<script>alert('x')</script><img src=x onerror=\"alert(1)\">";

std::string html(LiveServer& server, const std::string& target, int status = 200) {
    const auto answer = server.get(target);
    CAPTURE(target);
    CAPTURE(answer.body);
    REQUIRE(answer.status == status);
    CHECK(answer.get_header_value("Content-Type") == "text/html; charset=utf-8");
    CHECK(answer.body.starts_with("<!DOCTYPE html>\n<html lang=\"en\""));
    CHECK(answer.body.find("<script") == std::string::npos);
    CHECK(answer.body.find("style=") == std::string::npos);
    return answer.body;
}

std::string html(const std::string& target, int status = 200) {
    return html(live(), target, status);
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// The page as text: no tags, blanks as one.
std::string said(const std::string& page) {
    auto text = std::regex_replace(page, std::regex("<[^>]*>"), "");
    return std::regex_replace(text, std::regex("\\s+"), " ");
}

/// Where its links and forms lead, but for files of the page's own.
std::set<std::string> addresses(const std::string& page) {
    std::set<std::string> found;
    const std::regex link("<(?:a|form)[^>]*? (?:href|action)=\"([^\"#]+)");
    for (std::sregex_iterator at(page.begin(), page.end(), link), end; at != end; ++at)
        found.insert(std::regex_replace((*at)[1].str(), std::regex("&amp;"), "&"));
    return found;
}

}  // namespace

TEST_CASE("a list without scripts counts, marks and dates what the API finds") {
    for (const char* target :
         {"/plain/search?q=ferry&undated=include", "/search?q=ferry&undated=include&plain=1",
          "/api/v1/search?q=ferry&plain=1&undated=include"}) {
        const auto page = html(target);
        CHECK(holds(page, "<title>ferry – Dateline</title>"));
        CHECK(holds(said(page), "4 stories from 4 articles"));
        CHECK(holds(page, "<mark>Ferry</mark> strike ends at midnight</a></h3>"));
        CHECK(holds(page, "<time datetime=\"2024-06-19\">19 Jun 2024</time> <small>Wed</small>"));
        CHECK(holds(page, "<time datetime=\"2024-11\">Nov 2024</time> <small>day unknown</small>"));
        CHECK(holds(page, "<span>No date</span>"));
        CHECK(holds(page, "aria-label=\"Remove word ferry, 4 articles\""));
        CHECK(holds(page, "value=\"ferry\""));
    }
}

TEST_CASE("text of an article is never markup on a page") {
    CHECK(holds(html("/plain/search?q=thanked"), "&lt;b&gt;<mark>thanked</mark>&lt;/b&gt;"));
    CHECK(holds(html("/plain/article?id=strike0000000000&q=thanked"),
                "&lt;b&gt;<mark id=\"match\">thanked</mark>&lt;/b&gt;"));

    const SmallArchive archive(std::vector<Written>{
        {.id = "bad",
         .title = "Title " + hostile,
         .body = "Body " + hostile,
         .date = "2024-06-19",
         .source = "Source " + hostile,
         .zones = {{archive::ZoneKind::furniture, "Furniture " + hostile}},
         .entities = {{archive::EntityType::person, "Ann " + hostile, 1}},
         .authors = {"Author " + hostile},
         .section = "Section " + hostile,
         .tags = {"Tag " + hostile},
         .url = "javascript:alert(1)"},
        {.id = "good", .title = "Title of another", .body = "Body " + hostile + " and more"}});
    LiveServer server(archive.path());
    for (const auto& target :
         {std::string("/plain/search"),
          std::string("/plain/search?q=body&source=%22%3E%3Cscript%3E"),
          std::string("/plain/article?id=bad0000000000000&furniture=1&q=alert"),
          std::string("/plain/compare?left=bad0000000000000&right=good000000000000")}) {
        const auto page = html(server, target);
        CHECK_FALSE(holds(page, "<img"));
        CHECK_FALSE(holds(page, "href=\"javascript:"));
    }
    const auto page = html(server, "/plain/article?id=bad0000000000000&furniture=1");
    for (const char* part : {"Title", "Body", "Source", "Furniture", "Ann", "Author", "Section"})
        CHECK(holds(page, part + std::string(" &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")));
}

TEST_CASE("every link of every page leads somewhere") {
    std::set<std::string> seen;
    std::vector<std::string> waiting{"/plain/search",
                                     "/plain/search?q=ferry&from=2023&limit=1&explain=1",
                                     "/plain/search?q=ferry+snowflake&from=2024",
                                     "/plain/search?limit=7&fold=none&sort=oldest",
                                     "/plain/search?q=newsletter",
                                     "/plain/article?id=strike0000000000&q=ferry"};
    while (!waiting.empty() && seen.size() < 400) {
        const auto page = html(waiting.back());
        waiting.pop_back();
        for (const auto& address : addresses(page)) {
            if (!address.starts_with('/') || !seen.insert(address).second) continue;
            CAPTURE(address);
            const auto status = live().get(address).status;
            // Without the folder of the page its addresses are the only ones that are not there.
            const bool scripted = address.starts_with("/search");
            CHECK(status == (scripted ? 404 : 200));
            if (address.starts_with("/plain/") && waiting.size() < 20) waiting.push_back(address);
        }
    }
    CHECK(seen.size() > 100);
}

TEST_CASE("pages follow each other without repeating a row") {
    const std::regex next("rel=\"next\" href=\"([^\"]+)\">Next<"),
        row("class=\"hit\" aria-labelledby=\"([^\"]+)\"");
    std::multiset<std::string> rows;
    std::string target = "/plain/search?limit=7&sort=oldest";
    for (;;) {
        const auto page = html(target);
        for (std::sregex_iterator at(page.begin(), page.end(), row), end; at != end; ++at)
            rows.insert((*at)[1]);
        std::smatch found;
        if (!std::regex_search(page, found, next)) break;
        target = std::regex_replace(found[1].str(), std::regex("&amp;"), "&");
    }
    CHECK(rows.size() == tests::harbour_articles().size());
    CHECK(std::set<std::string>(rows.begin(), rows.end()).size() == rows.size());
    CHECK(holds(said(html("/plain/search?limit=7&offset=7")), "Previous Page 2 of 5 Next"));
}

TEST_CASE("a form that was sent leads to the address it means") {
    const auto sent =
        live().get("/plain/search?source=A&q=ferry&from=&to=&sort=&fold=none&fold=story");
    CHECK(sent.status == 303);
    CHECK(sent.get_header_value("Location") == "/plain/search?source=A&q=ferry");
    const auto unticked = live().get("/plain/search?q=&from=2024&to=&sort=newest&fold=none");
    CHECK(unticked.get_header_value("Location") == "/plain/search?from=2024&sort=newest&fold=none");
    CHECK(live().get("/search?plain=1&q=").get_header_value("Location") == "/search?plain=1");
    CHECK(holds(html("/plain/search?q=ferry&fold=none"), "value=\"story\"> Group copies"));
    CHECK(holds(html("/plain/search?q=ferry"), "value=\"story\" checked> Group copies"));
    CHECK(live().get("/api/v1/search?q=&plain=1").status == 200);
}

TEST_CASE("the form keeps the filters it does not show") {
    const auto page =
        html("/plain/search?q=ferry&source=Harbour+Times&-person=Bo&offset=1&from=2024");
    CHECK(holds(page, "<input type=\"hidden\" name=\"source\" value=\"Harbour Times\">"));
    CHECK(holds(page, "<input type=\"hidden\" name=\"-person\" value=\"Bo\">"));
    CHECK(holds(page, "name=\"from\" value=\"2024\""));
    CHECK_FALSE(holds(page, "name=\"offset\""));
}

TEST_CASE("a filter is a link with both counts, and a chosen one takes itself away") {
    const auto page = html("/plain/search?q=ferry&undated=include&source=Harbour+Times");
    CHECK(holds(page, "<legend>Source</legend>"));
    CHECK(holds(page,
                "href=\"/plain/search?q=ferry&amp;undated=include\" "
                "aria-label=\"Harbour Times, 2 stories, 2 articles\" aria-current=\"true\""));
    CHECK(holds(page,
                "source=Daily%20Lantern&amp;source=Harbour%20Times\" "
                "aria-label=\"Daily Lantern, 1 story, 1 article\""));
    CHECK(holds(page, "aria-label=\"Remove source Harbour Times\""));
    const auto people = html("/plain/search?person=person:ann-lee");
    CHECK(holds(people, "aria-label=\"Remove person Ann Lee\""));
}

TEST_CASE("undated articles and those that match in furniture are told of beside the count") {
    CHECK(holds(html("/plain/search?q=ferry"), "undated=only\">No date <b>1</b></a>"));
    CHECK(holds(html("/plain/search?q=ferry&from=2024"), "undated=include\">No date <b>1</b></a>"));
    CHECK(holds(said(html("/plain/search?q=newsletter")),
                "1 more article matches only in page furniture"));
    const auto found =
        html("/plain/search?q=(newsletter+OR+in:furniture+newsletter)+-(newsletter)");
    CHECK(holds(said(found), "1 story from 1 article"));
}

TEST_CASE("furniture is no link where its query would be too long") {
    std::string q = "newsletter";
    for (int i = 0; i < 40; ++i) q += "+newsletter";
    const auto page = html("/plain/search?q=" + q);
    CHECK(holds(page, "<p class=\"aside-line\">1 more article matches only in page furniture</p>"));
}

TEST_CASE("an article without a headline can be opened all the same") {
    const SmallArchive archive(std::vector<Written>{{.id = "bare", .body = "A ferry sank."}});
    LiveServer server(archive.path());
    CHECK(holds(html(server, "/plain/search?q=ferry"), ">Untitled</a></h3>"));
    CHECK(holds(html(server, "/plain/article?id=bare000000000000"), ">Untitled</h1>"));
}

TEST_CASE("where nothing is found the page names the word and offers ways on") {
    const auto page = said(html("/plain/search?q=ferry+snowflake&from=2024"));
    CHECK(holds(page, "No articles match snowflake is in no article of this archive."));
    CHECK(holds(page, "Search without snowflake 2 articles"));
    const auto other = html("/plain/search?q=ferry&lang=english");
    CHECK(holds(said(other), "Try language English"));
    CHECK(holds(other, "/plain/search?q=ferry&amp;lang=en\""));
}

TEST_CASE("a repaired query runs, and the page says what was repaired") {
    const auto page = html("/plain/search?q=ferry+%22open");
    CHECK(holds(page, "<p class=\"note\">"));
}

TEST_CASE("an article is read with its marks, names, date and origin") {
    const auto page = html("/plain/article?id=strike0000000000&q=ferry&sort=oldest&offset=1");
    const auto text = said(page);
    CHECK(holds(page,
                "href=\"/plain/search?q=ferry&amp;sort=oldest\"><span class=\"arr\" "
                "aria-hidden=\"true\">←</span> "
                "Back to results</a>"));
    CHECK(holds(text, "Result 2 of 4 Previous result Next result"));
    CHECK(holds(text, "1 match"));
    CHECK(holds(text, "Wednesday, 19 June 2024"));
    CHECK(
        holds(page, "<a class=\"ent\" href=\"/plain/search?person=person%3Aann-lee\">Ann Lee</a>"));
    CHECK(holds(text,
                "“Ferry strike ends at midnight.” Harbour Times, 19 Jun 2024. "
                "https://harbourtimes.example/strike"));
    CHECK(holds(page,
                "<a href=\"https://harbourtimes.example/strike\" rel=\"external noreferrer\">"));
    CHECK(holds(page, "/api/v1/articles/strike0000000000?format=bibtex"));
    CHECK_FALSE(holds(page, "newsletter"));
    CHECK(holds(html("/plain/article?id=strike0000000000&furniture=1"), "ferry newsletter"));
    CHECK(holds(said(html("/plain/article?id=strike0000000000&q=in:furniture+newsletter")),
                "1 match"));
    CHECK(holds(said(html("/articles/fog0000000000000?plain=1")), "November 2024"));
}

TEST_CASE("an article that is not where its address says has no place in the list") {
    CHECK_FALSE(holds(html("/plain/article?id=strike0000000000&q=ferry&offset=2"), "Result "));
    CHECK_FALSE(holds(html("/plain/article?id=strike0000000000"), "Result "));
    CHECK(holds(
        said(html("/plain/article?id=strike0000000000&q=newsletter+OR+strike&offset=0&limit=0")),
        "Result 1 of 1"));
}

TEST_CASE("two articles stand in one column, and what only one says is told apart") {
    const std::string both = "left=strike0000000000&right=fog0000000000000";
    for (const auto& target :
         {"/plain/compare?q=ferry&offset=1&" + both, "/compare?plain=1&q=ferry&offset=1&" + both}) {
        const auto page = html(target);
        CHECK(holds(page, "<title>Compare with Daily Lantern – Dateline</title>"));
        CHECK(holds(page, "<h2>Compare with Daily Lantern</h2>"));
        CHECK(holds(page, "<del>Only in <bdi>Harbour Times</bdi></del>"));
        CHECK(holds(page, "<ins>Only in <bdi>Daily Lantern</bdi></ins>"));
        CHECK(holds(page, "href=\"/plain/article?id=strike0000000000&amp;q=ferry&amp;offset=1\">"));
        CHECK(holds(page,
                    "href=\"/plain/compare?left=fog0000000000000&amp;right=strike0000000000"
                    "&amp;q=ferry&amp;offset=1\">Swap sides</a>"));
        CHECK(holds(page, "&lt;b&gt;thanked&lt;/b&gt;"));
        CHECK(holds(page, "<del>"));
        CHECK(holds(page, "<ins>"));
        CHECK(holds(said(page), "What differs Names in one only Harbour Times:"));
    }
    const auto same = html("/plain/compare?left=fog0000000000000&right=fog0000000000000");
    CHECK(holds(same, "The two texts are the same, word for word."));
    CHECK(holds(html("/plain/compare?left=fog0000000000000", 400), "These two cannot be compared"));
    CHECK(holds(html("/plain/compare?left=fog0000000000000&right=x", 404),
                "There is no such article"));
}

TEST_CASE("two versions of one source are told apart by their days, then by their lengths") {
    const SmallArchive archive(std::vector<Written>{{.id = "one",
                                                     .title = "Tide",
                                                     .body = "High water.",
                                                     .date = "2024-06-19",
                                                     .source = "Tide"},
                                                    {.id = "two",
                                                     .title = "Tide",
                                                     .body = "High water.",
                                                     .date = "2024-06-20",
                                                     .source = "Tide"},
                                                    {.id = "six",
                                                     .title = "Tide",
                                                     .body = "Low water now.",
                                                     .date = "2024-06-20",
                                                     .source = "Tide"}});
    LiveServer server(archive.path());
    CHECK(holds(html(server, "/plain/compare?left=one0000000000000&right=two0000000000000"),
                "<del>Only in <bdi>Tide, 19 Jun 2024</bdi></del> "
                "<ins>Only in <bdi>Tide, 20 Jun 2024</bdi></ins>"));
    CHECK(holds(html(server, "/plain/compare?left=two0000000000000&right=six0000000000000"),
                "<ins>Only in <bdi>Tide, 20 Jun 2024, 3 words</bdi></ins>"));
}

TEST_CASE("refusals of these addresses are pages with the status of the API") {
    CHECK(holds(html("/plain/search?q=date:2024-13", 400), ">Try date:2024-12</a>"));
    CHECK(holds(html("/search?plain=1&sorce=x", 400),
                "/search?plain=1&amp;source=x\">Try source</a>"));
    CHECK(holds(html("/api/v1/search?plain=1&sort=best", 400), "could not be read"));
    CHECK(holds(html("/plain/article?id=nosuch", 404), "There is no such article"));
    CHECK(holds(html("/plain/article", 404), "There is no such article"));
    CHECK(holds(html("/articles/nosuch?plain=1", 404), "There is no such article"));
    CHECK(live().get("/plain/search?q=foo:bar").get_header_value("Cache-Control") == "no-store");
    CHECK_FALSE(live().get("/plain/search?q=foo:bar").has_header("ETag"));
    // plain=1 asks for a page where there is one, and means nothing to the rest of the API.
    CHECK(live().problem("/api/v1/export?plain=1&sorce=x", 400)["code"] == "parameter.unknown");
    CHECK(live().problem("/api/v1/search?plain=2", 400)["code"] == "parameter.bad_value");

    const tests::TemporaryFolder nowhere;
    LiveServer none(nowhere.path());
    CHECK(holds(html(none, "/plain/search", 503), "The archive is empty"));
    CHECK(none.get("/plain/search").get_header_value("Retry-After") == "1");
    const SmallArchive nothing(std::vector<Written>{});
    LiveServer empty(nothing.path());
    CHECK(holds(html(empty, "/plain/search"), "The archive is empty"));
    CHECK(holds(said(html(empty, "/plain/search?q=ferry")), "No articles match"));

    const SmallArchive archive(tests::harbour_articles());
    LiveServer busy(archive.path(), {"server.deadline_ms=100", "server.searches=1"});
    const auto turn = busy.app().turn();  // the only one
    REQUIRE(turn);
    CHECK(holds(html(busy, "/plain/search?q=ferry", 503), ">Retry</button>"));
}

TEST_CASE("who opens a page that the guard turns away is told so by a page, and a program is not") {
    const std::string long_query(9000, 'x'), many = [] {
        std::string filters;
        for (int i = 0; i < 70; ++i) filters += "&source=" + std::to_string(i);
        return filters;
    }();
    CHECK(holds(html("/search?q=" + long_query, 414), "8192 bytes"));
    CHECK(holds(html("/search?q=ferry" + many, 400), "64 parameters"));
    CHECK(holds(html("/search?q=%ff", 400), "not UTF-8"));
    CHECK(live().problem("/api/v1/search?q=" + long_query, 414)["code"]
          == "request.target_too_long");
    CHECK(live().problem("/feed.atom?q=ferry" + many, 400)["code"] == "request.malformed");
    const auto answer = live().get("/search?q=" + long_query);
    CHECK(holds(answer.get_header_value("Content-Security-Policy"), "style-src 'self'"));
    CHECK(answer.get_header_value("Cache-Control") == "no-store");
}

TEST_CASE("a page without scripts has the policy of the page, a tag, and one of its own") {
    const auto answer = live().get("/plain/search?q=ferry");
    CHECK(holds(answer.get_header_value("Content-Security-Policy"), "default-src 'none'"));
    CHECK(answer.get_header_value("X-Content-Type-Options") == "nosniff");
    CHECK(answer.get_header_value("Cache-Control") == "no-cache");
    const auto tag = answer.get_header_value("ETag");
    REQUIRE_FALSE(tag.empty());
    CHECK(live().get_again("/plain/search?q=ferry", tag).status == 304);
    CHECK(live().get("/api/v1/search?q=ferry").get_header_value("ETag") != tag);
    const auto head = live().head("/plain/search?q=ferry");
    CHECK(head.status == 200);
    CHECK(head.body.empty());
}
