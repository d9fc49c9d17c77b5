// SPDX-License-Identifier: GPL-2.0-or-later
// Which headline of a page is shown, and that the others are kept.
#include "tests/unit/indexer/html_pages.h"

#include <string>

using namespace html_pages;
using archive::TitleBasis;
using archive::ZoneKind;

namespace {

std::string og(const std::string& title) {
    return "<meta property=\"og:title\" content=\"" + title + "\">";
}

std::string linked(const std::string& headline) {
    return "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\""
           + headline + "\"}</script>";
}

std::string title_of(const std::string& head, const std::string& h1, std::string_view url = {}) {
    return read(page(head, "<h1>" + h1 + "</h1><div>" + paragraphs + "</div>"), url).title;
}

const std::string site = "<meta property=\"og:site_name\" content=\"The Gull\">";

}  // namespace

TEST_CASE("the outlet's name behind a headline is taken off") {
    for (const char* title :
         {"Ferry saved | The Gull", "Ferry saved - Gull", "Ferry saved – The Gull",
          "Ferry saved - Coast - The Gull", "Ferry saved｜The Gull"}) {
        CAPTURE(title);
        const std::string coast = std::string(title).find("Coast") == std::string::npos
                                      ? "Another heading"
                                      : "Ferry saved";
        CHECK(title_of(site + og(title), coast) == "Ferry saved");
    }
    CHECK(title_of(og("Ferry saved - gull.example"), "Other", "https://www.gull.example/x")
          == "Ferry saved");
    CHECK(title_of("<title>Ferry saved | The Gull</title>" + site, "") == "Ferry saved");
}

TEST_CASE("a part behind a dash that is no outlet stays") {
    CHECK(title_of(site + og("Ferry saved - for now"), "Other") == "Ferry saved - for now");
    CHECK(title_of(site + og("Ferry saved - for now"), "Ferry saved") == "Ferry saved");
}

TEST_CASE("a JSON-LD headline that only the title tag has gives way to the one of the page") {
    const auto article =
        read(page("<title>Westhaven ferry referendum result 2019 | The Gull</title>" + site
                      + og("Ferry saved by a handful of votes")
                      + linked("Westhaven ferry referendum result 2019"),
                  "<h1>Ferry saved by a handful of votes</h1><div>" + paragraphs + "</div>"));
    CHECK(article.title == "Ferry saved by a handful of votes");
    CHECK(article.title_basis == TitleBasis::meta);
    CHECK(holds(zone(article, ZoneKind::headline), "Westhaven ferry referendum result 2019"));
}

TEST_CASE("JSON-LD is shown otherwise and every other headline is searchable") {
    const auto article = read(page(og("Short: Ferry saved") + linked("The long story of the ferry"),
                                   "<h1>Ferry saved</h1><div>" + paragraphs + "</div>"));
    CHECK(article.title == "The long story of the ferry");
    CHECK(article.title_basis == TitleBasis::jsonld);
    const auto headlines = zone(article, ZoneKind::headline);
    CHECK(holds(headlines, "Short: Ferry saved"));
    CHECK(holds(headlines, "Ferry saved"));
}

TEST_CASE("headlines that differ in their kickers agree on the rest") {
    CHECK(title_of(og("Storm on the coast: Ferry saved by a handful of votes"),
                   "Referendum - Ferry saved by a handful of votes")
          == "Ferry saved by a handful of votes");
    CHECK(title_of(og("The ferry saved by a handful of votes"),
                   "Bridge not saved by a handful of votes")
          == "The ferry saved by a handful of votes");
}

TEST_CASE("a heading that calls itself the article's wins over the name of the site") {
    const std::string head = "<title>Gulls and Ropes » Ferry saved by a vote</title>";
    const std::string name = "<h1>Gulls and Ropes</h1>";
    for (const std::string heading :
         {"<h2 class=\"entry-title\">Ferry saved by a vote</h2>",
          "<h3 class=\"post title\" itemprop=\"headline\">Ferry saved by a vote</h3>"}) {
        CAPTURE(heading);
        CHECK(read(page(head, name + heading + "<div>" + paragraphs + "</div>")).title
              == "Ferry saved by a vote");
    }
    CHECK(read(page(head, name + "<h2 class=\"entry-title\">Older posts of ours</h2><div>"
                              + paragraphs + "</div>"))
              .title
          == "Gulls and Ropes");
}

TEST_CASE("without an h1 a lesser heading counts that makes up much of the title tag") {
    const auto title = [](const std::string& tag, const std::string& headings) {
        return read(page("<title>" + tag + "</title>", headings + "<div>" + paragraphs + "</div>"))
            .title;
    };
    CHECK(title("Ferry saved - The Gull", "<h2>Ferry saved</h2>") == "Ferry saved");
    CHECK(title("Ferry saved by a vote - The Gull", "<h2>The Gull</h2>")
          == "Ferry saved by a vote - The Gull");
    CHECK(title("Ferry saved - The Gull", "<h2>Ferry saved</h2><h1>Ferry stays</h1>")
          == "Ferry stays");
    CHECK(title("The Gull | News | Ferry saved by a vote",
                "<p class=\"storyheadline\">Ferry saved by a vote</p>")
          == "Ferry saved by a vote");
}
