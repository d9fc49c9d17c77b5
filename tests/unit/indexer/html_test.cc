// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/analysis/chain.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/json_ld.h"
#include "indexer/extract/page_text.h"
#include "tests/unit/indexer/article_texts.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace indexer;
using archive::Article;
using archive::ZoneKind;

namespace {

Article read(const std::string& html, std::string_view url = {}) {
    auto article = article_from_html(html, url);
    REQUIRE(article);
    analyse(*article);
    return *article;
}

using article_texts::holds;
using article_texts::zone;

std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    text.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
}

const std::string paragraphs =
    "<p>The people of Westhaven have voted to keep the ferry that links the town with the islands, "
    "the council said on Tuesday, after all ballots had been counted.</p>"
    "<p>The ferry has run since 1911, and it carries forty thousand passengers a year, most of "
    "them in summer, as the harbour master told reporters in the town hall.</p>"
    "<p>Nobody had expected the result, least of all the owners of the new bridge, who said they "
    "would appeal, and that the count had been too slow, too late, and too close.</p>"
    "<p>The mayor, who had campaigned for the ferry, thanked all voters and promised a new engine "
    "by the end of the year, as well as a lower fare for pupils and for the old.</p>";

const std::string page =
    "<!DOCTYPE html><html lang=\"en-GB\"><head><title>Ferry saved by a handful of votes | The Gull"
    "</title><meta property=\"og:site_name\" content=\"The Gull\">"
    "<meta property=\"article:published_time\" content=\"2019-03-12T23:30:00+01:00\">"
    "<meta property=\"article:section\" content=\"Coast\">"
    "<meta name=\"author\" content=\"Ida Brandt\">"
    "<link rel=\"canonical\" href=\"https://gull.example/coast/ferry\"></head><body>"
    "<nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/w\">Weather</a></li></ul></nav>"
    "<h1>Ferry saved by a handful of votes</h1><div class=\"byline\">By Ida Brandt</div>"
    "<div class=\"article-body\">" +
    paragraphs +
    "<figure><img src=\"a.jpg\"><figcaption>The ferry Anna at the pier.</figcaption></figure>"
    "<p><a href=\"/x\">Read more: Lighthouse keeper wins chess cup</a></p></div>"
    "<aside class=\"related\"><p>Storm takes roof of fish market</p></aside>"
    "<script>var x = \"not text\";</script></body></html>";

}  // namespace

TEST_CASE("a news page falls into its fields and zones") {
    const auto article = read(page);
    CHECK(article.title == "Ferry saved by a handful of votes");
    CHECK(article.source == "The Gull");
    CHECK(article.section == "Coast");
    CHECK(article.byline == "Ida Brandt");
    CHECK(article.authors == std::vector<std::string>{"Ida Brandt"});
    CHECK(article.url == "https://gull.example/coast/ferry");
    CHECK(article.language == "en");
    CHECK(archive::edtf(article.published) == "2019-03-12");
    CHECK(article.published.basis == archive::Basis::meta);
    CHECK(article.published.minute_of_day == 23 * 60 + 30);
    CHECK(zone(article, ZoneKind::headline) == "Ferry saved by a handful of votes");
    CHECK(zone(article, ZoneKind::byline) == "By Ida Brandt");
    CHECK(zone(article, ZoneKind::caption) == "The ferry Anna at the pier.");
    const auto body = zone(article, ZoneKind::body);
    CHECK(body.rfind("The people of Westhaven", 0) == 0);
    CHECK(holds(body, "for the old."));
    CHECK_FALSE(holds(body, "Read more"));
    const auto furniture = zone(article, ZoneKind::furniture);
    CHECK(holds(furniture, "Weather"));
    CHECK(holds(furniture, "Lighthouse keeper"));
    CHECK(holds(furniture, "Storm takes roof"));
    CHECK_FALSE(holds(furniture, "not text"));
}

TEST_CASE("zones come in the order of the page") {
    const auto article = read(page);
    std::vector<ZoneKind> kinds;
    for (const auto& one : article.zones) kinds.push_back(one.kind);
    const std::vector<ZoneKind> expected{ZoneKind::furniture, ZoneKind::headline,
                                         ZoneKind::byline,    ZoneKind::body,
                                         ZoneKind::caption,   ZoneKind::furniture};
    CHECK(kinds == expected);
}

TEST_CASE("JSON-LD wins over meta names, and its broken forms are repaired") {
    const std::string html =
        "<html><head><title>Ferry saved</title><meta property=\"article:published_time\" "
        "content=\"2019-03-14\"><script type=\"application/ld+json\"><!-- {\"@graph\":[{\"@type\":"
        "[\"NewsArticle\"],\"headline\":\"Ferry\nsaved &amp; sound\",\"datePublished\":"
        "\"2019-03-12T08:00:00Z\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ida Brandt\"},"
        "{\"name\":\"Tom Okafor\"},],}]} --></script></head><body>"
        + paragraphs + "</body></html>";
    const auto article = read(html);
    CHECK(article.title_basis == archive::TitleBasis::jsonld);
    CHECK(holds(article.title, "saved & sound"));
    CHECK(article.authors == std::vector<std::string>{"Ida Brandt", "Tom Okafor"});
    CHECK(archive::edtf(article.published) == "2019-03-12");
    CHECK(article.published.basis == archive::Basis::jsonld);
}

TEST_CASE("of several article objects the one of this page counts") {
    const std::vector<std::string> scripts{
        R"([{"@type":"NewsArticle","headline":"Other","url":"https://gull.example/other"},
            {"@type":"NewsArticle","headline":"Ferry","url":"https://gull.example/ferry/"}])"};
    CHECK(linked_article(scripts, "https://gull.example/ferry?x=1", "").headline == "Ferry");
    CHECK(linked_article(scripts, "", "Ferry | The Gull").headline == "Ferry");
    CHECK(linked_article(scripts, "", "").headline == "Other");
}

TEST_CASE("JSON nested without end is left alone") {
    CHECK(repaired_json(repeated("[", 100'000) + repeated("]", 100'000)).empty());
    CHECK(repaired_json("no brackets").empty());
    CHECK(repaired_json("<!-- {\"a\":[1,2,],} -->") == "{\"a\":[1,2]}");
}

TEST_CASE("articleBody is taken only where the page shows much less") {
    std::string sentences;
    for (int i = 0; i < 40; ++i) {
        sentences += "Sentence number " + std::to_string(i)
                     + " of the story that a script would have shown to the reader. ";
    }
    const std::string script =
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Ferry "
        "saved\",\"articleBody\":\""
        + sentences + "\"}</script>";
    const auto hidden =
        read("<html><head>" + script
             + "</head><body><p>Please enable scripts to read this.</p></body></html>");
    CHECK(holds(zone(hidden, ZoneKind::body), "Sentence number 39"));
    CHECK(holds(zone(hidden, ZoneKind::furniture), "enable scripts"));
    const auto shown = read("<html><head>" + script + "</head><body>" + repeated(paragraphs, 4)
                            + "</body></html>");
    CHECK_FALSE(holds(zone(shown, ZoneKind::body), "Sentence number"));
}

TEST_CASE("dates are found in markup, address and text when the head says nothing") {
    const auto with = [](const std::string& before, std::string_view url = {}) {
        return read("<html><body>" + before + "<div>" + paragraphs + "</div></body></html>", url)
            .published;
    };
    CHECK(with("<span itemprop=\"datePublished\" content=\"2019-03-12\"></span>").basis
          == archive::Basis::microdata);
    CHECK(with("<time datetime=\"2019-03-12\">Tuesday</time>").basis == archive::Basis::time);
    CHECK(with("<div class=\"post-date\">12 March 2019</div>").basis
          == archive::Basis::date_element);
    CHECK(with("<p>Published by the editors on 12 March 2019</p>").basis
          == archive::Basis::text_keyword);
    CHECK(with("", "https://gull.example/2019/03/12/ferry").basis == archive::Basis::url);
    CHECK(with("", "https://gull.example/2019/03/ferry").precision == archive::Precision::month);
    CHECK_FALSE(with("").known());
}

TEST_CASE("a page that only says when it changed is dated by inference") {
    const auto article = read(
        "<html><head><meta property=\"article:modified_time\" content=\"2019-03-12\"></head>"
        "<body>"
        + paragraphs + "</body></html>");
    CHECK(article.published.certainty == archive::Certainty::inferred);
    CHECK(article.published.basis == archive::Basis::modified);
}

TEST_CASE("pages nested without end keep their text") {
    for (const char* tag : {"<div>", "<b>", "<span>", "<blockquote>", "<table><tr><td>"}) {
        CAPTURE(tag);
        const auto article = read(repeated(tag, 100'000) + paragraphs);
        std::string all;
        for (const auto& one : article.zones) all += one.text + '\n';
        CHECK(holds(all, "The people of Westhaven"));
        CHECK(holds(all, "for the old."));
    }
}

TEST_CASE("hostile pages are read within bounds") {
    const std::size_t most = archive::limits::article_bytes;
    const std::vector<std::string> pages{
        repeated("<div>", 20'000) + repeated("</b>", 400'000) + paragraphs,
        "<div " + repeated("a b c ", 200'000) + ">" + paragraphs,
        repeated("<br>", most / 4 - 1'000),
        "<p>" + repeated("word ", most / 5 - 10),
        repeated("<p>ab", 1'000'000),
        repeated("&amp;", 500'000),
        repeated("<a b='\">", 200'000),
        repeated("<!--", 200'000),
        repeated("<script>", 200'000)};
    for (const auto& html : pages) {
        CAPTURE(html.substr(0, 40));
        // Work that grew with the square of the page would run into the tests' time limit.
        const auto article = article_from_html(html, {});
        if (article) {
            for (const auto& one : article->zones) CHECK(archive::is_utf8(one.text));
        } else {
            CHECK(article.error().code == archive::ErrorCode::article_empty);
        }
    }
}

TEST_CASE("a tag of megabytes loses its attributes and no text is lost") {
    const auto article = read("<html><body><div data-x=\"" + std::string(200'000, 'x') + "\">"
                              + paragraphs + "</div><script data-y=\"" + std::string(200'000, 'y')
                              + "\">var hidden = 1;</script></body></html>");
    CHECK(holds(zone(article, ZoneKind::body), "The people of Westhaven"));
    for (const auto& one : article.zones) CHECK_FALSE(holds(one.text, "hidden"));
}

TEST_CASE("a page beyond the limit and a page without text are refused") {
    const auto large = article_from_html(std::string(archive::limits::article_bytes + 1, 'a'), {});
    REQUIRE_FALSE(large);
    CHECK(large.error().code == archive::ErrorCode::article_too_large);
    const auto empty = article_from_html("<html><body><script>x</script></body></html>", {});
    REQUIRE_FALSE(empty);
    CHECK(empty.error().code == archive::ErrorCode::article_empty);
}

TEST_CASE("entities of a page's own and external ones are never read") {
    const auto article = read(
        "<!DOCTYPE html [<!ENTITY a \"boom\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
        "<html><body><p>&a;&f; "
        + paragraphs + "</p></body></html>");
    for (const auto& one : article.zones) CHECK(archive::is_utf8(one.text));
    CHECK(holds(zone(article, ZoneKind::body), "Westhaven"));
}

TEST_CASE("markup in strings reads as text") {
    CHECK(text_without_tags("a &amp; b &#8217;&#x2019; &nosuch; 1 < 2")
          == "a & b ’’ &nosuch; 1 < 2");
    CHECK(text_without_tags("<p>a</p><p>b<script>if (1<2) x</script>c</p>") == "\na\n\nbc\n");
}

TEST_CASE("pages of the first years tell headline, byline and day by their first lines") {
    const std::string text =
        "The people of Westhaven have voted to keep the ferry that links the town with the "
        "islands, "
        "the council said on Tuesday.<P>The ferry has run since 1911, and it carries forty "
        "thousand "
        "passengers a year, most of them in summer, as the harbour master told reporters.<P>";
    const auto page = read(
        "<HTML><HEAD><TITLE>The Gull On-Line: Ferry saved by "
        "vote</TITLE></HEAD><BODY><TABLE><TR><TD>"
        "<A HREF=a>Front page</A><BR><A HREF=b>Sport</A></TD><TD><FONT SIZE=1>Tuesday, March 9, "
        "1999</FONT><P><FONT SIZE=5><B>Ferry saved by vote</B></FONT><BR><I>By Ann Lee<BR>Gull "
        "staff "
        "writer</I><P>"
        + text + "</TD></TR></TABLE></BODY></HTML>");
    CHECK(page.title == "Ferry saved by vote");
    CHECK(page.authors == std::vector<std::string>{"Ann Lee"});
    CHECK(archive::edtf(page.published) == "1999-03-09");
    CHECK(archive::body_text(page).starts_with("The people of Westhaven"));
    CHECK(holds(zone(page, ZoneKind::header), "Gull staff writer"));
}

TEST_CASE("typewritten text keeps its lines apart and joins what was wrapped") {
    const auto page = read(
        "<HTML><HEAD><TITLE>GUL 03/09 Ferry</TITLE></HEAD><BODY><PRE>\nFerry saved by vote\n\nBy "
        "ANN "
        "LEE\n\n   WESTHAVEN, March 9 1999 (Coastline) - The people of Westhaven have\nvoted to "
        "keep "
        "the ferry that links the town with the islands, the\ncouncil said on Tuesday.\n   The "
        "ferry has run since 1911.\n</PRE></BODY></HTML>");
    CHECK(page.title == "Ferry saved by vote");
    CHECK(page.authors == std::vector<std::string>{"ANN LEE"});
    CHECK(holds(archive::body_text(page), "Westhaven have voted to keep the ferry that links"));
}

TEST_CASE("a publisher that another script describes is named, and never by its reference") {
    const auto source = [](const std::string& head) {
        return read(
                   "<html><head><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\","
                   "\"headline\":\"Ferry saved\",\"publisher\":{\"@id\":\"#org\"}}</script>"
                   + head + "</head><body><h1>Ferry saved</h1>" + paragraphs + "</body></html>")
            .source;
    };
    const std::string described =
        "<script type=\"application/ld+json\">{\"@type\":\"Organization\",\"@id\":\"#org\","
        "\"name\":\"Gull Media Ltd\"}</script>";
    CHECK(source(described) == "Gull Media Ltd");
    CHECK(source(described + "<meta property=\"og:site_name\" content=\"The Gull\">")
          == "The Gull");
    CHECK(source("").empty());
}

TEST_CASE("joiners inside words of Persian and Hindi stay, those that fill space go") {
    const std::string word = "سه\u200cشنبه";
    const auto page =
        read("<html><body><h1>A</h1>" + paragraphs + "<p>روز " + word
             + " &zwnj;&nbsp;&zwnj; و بندر بسته است، و مردم شهر منتظر هستند.</p></body></html>");
    CHECK(holds(archive::body_text(page), word));
    CHECK_FALSE(holds(archive::body_text(page), "\u200c "));
}

TEST_CASE("links between bars are no text") {
    const auto page = read(
        "<html><body><center>[ <a href=a>Home</a> | <a href=b>Archive</a> | <a "
        "href=c>Search</a> ]</center><h2>Ferry saved</h2>"
        + paragraphs + "</body></html>");
    CHECK_FALSE(holds(archive::body_text(page), "Archive"));
    CHECK(holds(zone(page, ZoneKind::furniture), "Archive"));
}
