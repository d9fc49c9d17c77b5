// SPDX-License-Identifier: GPL-2.0-or-later
// What of a page is the article's text.
#include "indexer/extract/html_phrases.h"
#include "tests/unit/indexer/html_pages.h"

#include <string>

using namespace html_pages;
using archive::ZoneKind;

namespace {

const std::string heading = "<h1>Ferry saved by a handful of votes</h1>";

const std::string long_lead =
    "After a night of counting, and of counting again, the islands keep their only link with the "
    "mainland, and the town a debt that it will carry for the next ten years.";

std::string body_of(const std::string& html) {
    return zone(read(html), ZoneKind::body);
}

std::string text_div(const std::string& text) {
    return "<div class=\"article-body\">" + text + "</div>";
}

}  // namespace

TEST_CASE("a lead in the header of the article is the first paragraph of its body") {
    for (const std::string& lead :
         {"<p class=\"standfirst\">" + long_lead + "</p>", "<h2>" + long_lead + "</h2>",
          "<div class=\"teaser-text\"><p>" + long_lead + "</p></div>"}) {
        CAPTURE(lead);
        const auto body =
            body_of(page("", "<main><header class=\"article-header\">" + heading + lead
                                 + "</header>" + text_div(paragraphs) + "</main>"));
        CHECK(body.rfind("After a night of counting", 0) == 0);
        CHECK(holds(body, "The people of Westhaven"));
    }
}

TEST_CASE("a short deck below the headline is the standfirst") {
    const auto article =
        read(page("", heading + "<p class=\"dek\">Harbour master: the count was fair to all</p>"
                          + text_div(paragraphs)));
    CHECK(article.standfirst == "Harbour master: the count was fair to all");
    CHECK(zone(article, ZoneKind::standfirst) == "Harbour master: the count was fair to all");
    CHECK_FALSE(holds(zone(article, ZoneKind::body), "Harbour master:"));
}

TEST_CASE("bylines, days, captions and sign-ups below the headline are no lead") {
    const auto body = body_of(page(
        "",
        heading
            + "<p>By Ida Brandt, who has covered the islands and all that swims, sinks or sails "
              "between them for twenty years, from Westhaven</p><p>12 March 2019</p>"
              "<div class=\"newsletter\"><p>Every morning at six the best stories of the coast, "
              "chosen by our editors, in your letter box, and all of it without a fee.</p></div>"
              "<p>File photo: the ferry Anna at the pier on a Sunday in July, when twelve "
              "hundred people crossed the sound with it, and eleven dogs, said the crew.</p>"
            + text_div(paragraphs)));
    CHECK(body.rfind("The people of Westhaven", 0) == 0);
}

TEST_CASE("an article made of modules is read whole") {
    std::string modules;
    for (const char* part : {"first", "second", "third", "fourth"}) {
        modules += "<section class=\"module\"><div class=\"wrap\"><div class=\"inner\"><p>In the "
                   + std::string(part)
                   + " week of the strike the harbour stood still, the fish rotted in its boxes, and "
                     "the council, which met each day, could not agree on a single word.</p>"
                     "</div></div></section>";
    }
    const auto body = body_of(page("", "<nav><a href=\"/\">Home</a></nav>" + heading
                                           + "<div class=\"grid\">" + modules + "</div>"));
    for (const char* part : {"first", "second", "third", "fourth"}) CHECK(holds(body, part));
}

TEST_CASE("an article inside a noscript or a heading that nobody closed is found") {
    CHECK(holds(body_of(page("", heading + "<div class=\"article-body\"><noscript>" + paragraphs
                                     + "</noscript></div>")),
                "The people of Westhaven"));
    CHECK(holds(body_of(page("", "<h2>News<div>" + paragraphs + "</div>")),
                "The people of Westhaven"));
}

TEST_CASE("a very short article wins over the cookie notice below it") {
    const auto body = body_of(page(
        "",
        "<div class=\"post hentry\"><h2>Ferry</h2><div class=\"entry-content\"><p>The ferry stays. "
        "That is all I know, and all I ever wanted to know about the whole affair, friends, so "
        "let us speak of the weather.</p></div></div><div class=\"widget cookie-notice\"><p>This "
        "website uses cookies so that we can count you. If you go on reading you agree to that, "
        "and if you do not agree, you may stop reading now, in which case we are sorry.</p>"
        "</div>"));
    CHECK(body.rfind("The ferry stays.", 0) == 0);
    CHECK_FALSE(holds(body, "cookies"));
}

TEST_CASE("lines that lead elsewhere are furniture in every language") {
    for (const std::string line :
         {"Read more: Lighthouse keeper wins chess cup", "Lesen Sie auch: Sturm deckt Halle ab",
          "LE PUEDE INTERESAR: El faro", "À lire aussi : Le phare", "Czytaj też: Latarnia",
          "Leia também: O farol", "Читайте также: Маяк", "関連記事はこちら", "Auch interessant",
          "Mehr zum Thema", "- Advertisement -"}) {
        CAPTURE(line);
        CHECK(indexer::points_elsewhere(line));
        const auto article =
            read(page("", heading + text_div(paragraphs + "<p>" + line + "</p>" + paragraphs)));
        CHECK(holds(zone(article, ZoneKind::furniture), line));
        CHECK_FALSE(holds(zone(article, ZoneKind::body), line));
    }
    CHECK_FALSE(indexer::points_elsewhere("Moreover, the ferry is old"));
    CHECK_FALSE(indexer::points_elsewhere("Watching the ferry go, she wept"));
}

TEST_CASE("requests to readers are furniture and reports about networks are not") {
    CHECK(indexer::asks_reader("Follow The Gull on Twitter and Instagram @thegull"));
    CHECK(indexer::asks_reader("Hat Ihnen dieser Artikel gefallen? Dann helfen Sie uns."));
    CHECK(indexer::asks_reader("To view the full story, please subscribe."));
    CHECK_FALSE(indexer::asks_reader("The mayor thanked all voters on Facebook."));
    CHECK_FALSE(indexer::asks_reader(long_lead));
}

TEST_CASE("what is said under a picture in a paragraph of its own is a caption") {
    const auto article = read(page(
        "", heading + text_div(paragraphs + "<p>Foto: Die Fähre Anna am Pier</p>" + paragraphs)));
    CHECK(zone(article, ZoneKind::caption) == "Foto: Die Fähre Anna am Pier");
    CHECK_FALSE(holds(zone(article, ZoneKind::body), "Foto:"));
}

TEST_CASE("scripts, styles and comments leave no trace, and JSON-LD stays readable") {
    const auto article = read(page(
        "<style>p::after{content:'styled'}</style><script type=\"application/ld+json\">"
        "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry saved\",\"datePublished\":\"2019-03-12\"}"
        "</script><script>var a = \"<p>scripted</p>\";</script>",
        heading + "<!-- <p>commented</p> -->" + text_div(paragraphs)));
    CHECK(article.title == "Ferry saved");
    CHECK(archive::edtf(article.published) == "2019-03-12");
    for (const auto& one : article.zones) {
        for (const char* word : {"styled", "scripted", "commented"}) {
            CHECK_FALSE(holds(one.text, word));
        }
    }
}

TEST_CASE("a page that a script would fill has the text of the record it carries") {
    const std::string record =
        R"({"props":{"article":{"title":"Ferry saved by a vote","body":)"
        R"("<p>The people of Westhaven have voted to keep the ferry that links )"
        R"(the town with the islands.</p><p>It has run since 1911, and carries )"
        R"(forty thousand passengers a year, most of them in summer.</p><p>Nobody )"
        R"(had expected it.</p>"},"other":{"title":"Fish prices rise","body":")"
        + std::string(600, 'x') + "\"}}}";
    const auto body = [&](const std::string& script, const std::string& shown) {
        return body_of("<html><head><title>Ferry saved by a vote - The Gull</title></head><body>"
                       + shown + "<script type=\"application/json\">" + script
                       + "</script></body></html>");
    };
    const std::string wanted =
        "The people of Westhaven have voted to keep the ferry that links the town with the "
        "islands.\nIt "
        "has run since 1911, and carries forty thousand passengers a year, most of them in "
        "summer.\nNobody had expected it.";
    CHECK(body(record, "<div id=root>Loading</div>") == wanted);
    CHECK(body(record, paragraphs).find("harbour master") != std::string::npos);
    CHECK(body(std::string(600, '{') + record, "<div>Loading</div>").find("1911")
          == std::string::npos);
}
