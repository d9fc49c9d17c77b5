// SPDX-License-Identifier: GPL-2.0-or-later
// Who wrote the article of a page.
#include "indexer/analysis/bylines.h"
#include "tests/unit/indexer/html_pages.h"

#include <string>
#include <vector>

using namespace html_pages;
using archive::ZoneKind;
using Names = std::vector<std::string>;

namespace {

const std::string site = "<meta property=\"og:site_name\" content=\"The Gull\">";

std::string linked(const std::string& author, const std::string& others = "") {
    return "<script "
           "type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":"
           "\"Ferry saved\",\"author\":"
           + author + "}" + others + "]}</script>";
}

std::string meta(const std::string& name, const std::string& value) {
    return "<meta name=\"" + name + "\" content=\"" + value + "\">";
}

archive::Article with(const std::string& head, const std::string& before = "",
                      const std::string& after = "") {
    return read(page(site + head, "<article><h1>Ferry saved</h1>" + before
                                      + "<div class=\"entry-content\">" + paragraphs + after
                                      + "</div></article>"));
}

}  // namespace

TEST_CASE("JSON-LD names its authors in many shapes") {
    const Names both{"Ida Brandt", "Tom Okafor"};
    CHECK(with(linked("\"Ida Brandt and Tom Okafor\"")).authors == both);
    CHECK(with(linked("[\"Ida Brandt\",\"Tom Okafor\"]")).authors == both);
    CHECK(with(linked("[{\"@type\":\"Person\",\"name\":\"Ida Brandt\"},{\"name\":\"Tom Okafor\"}]"))
              .authors
          == both);
    CHECK(with(linked("{\"@type\":\"Person\",\"name\":[\"Ida Brandt\",\"Tom Okafor\"]}")).authors
          == both);
    CHECK(with(linked("{\"@list\":[{\"name\":\"Ida Brandt\"},{\"name\":\"Tom Okafor\"}]}")).authors
          == both);
    CHECK(with(linked("[{\"@id\":\"#ida\"},{\"@id\":\"#tom\"},{\"@id\":\"#nobody\"}]",
                      ",{\"@id\":\"#ida\",\"@type\":\"Person\",\"name\":\"Ida Brandt\"},"
                      "{\"@id\":\"#tom\",\"name\":\"Tom Okafor\"}"))
              .authors
          == both);
}

TEST_CASE("addresses, handles and numbers are no authors") {
    for (const char* value :
         {"https://gull.example/ida", "@idabrandt", "ida@gull.example", "105092"}) {
        CAPTURE(value);
        CHECK(with(meta("author", value)).byline.empty());
    }
}

TEST_CASE("the outlet is named as author only where nothing else is") {
    const std::string shown = "<div class=\"byline\">By Ida Brandt in Westhaven</div>";
    CHECK(with(meta("author", "The Gull"), shown).authors == Names{"Ida Brandt"});
    CHECK(with(linked("{\"name\":\"Gull Newsroom\"}"), shown).authors == Names{"Ida Brandt"});
    CHECK(with(linked("{\"name\":\"The Gull\"}") + meta("author", "Ida Brandt")).authors
          == Names{"Ida Brandt"});
    CHECK(with(linked("[\"The Gull\",\"Ida Brandt\"]")).authors == Names{"Ida Brandt"});
    CHECK(with(meta("author", "The Gull")).byline == "The Gull");
    CHECK(with(meta("author", "The Gull, Hamburg, Germany")).authors == Names{"The Gull"});
}

TEST_CASE("in German two bold words alone are no signature, a By is") {
    const auto german = [](const std::string& signed_with) {
        return read("<html lang=\"de\"><head>" + site
                    + "</head><body><h1>Die Fähre bleibt</h1><div>" + paragraphs + "<p><b>"
                    + signed_with + "</b></p></div></body></html>");
    };
    CHECK(german("Neue Brücke").authors.empty());
    CHECK(german("Von Ida Brandt").authors == Names{"Ida Brandt"});
}

TEST_CASE("several author elements of one name make one byline") {
    CHECK(with(meta("citation_author", "Ida Brandt") + meta("citation_author", "Tom Okafor")).byline
          == "Ida Brandt; Tom Okafor");
    CHECK(with(meta("twitter:label1", "Verfasst von") + meta("twitter:data1", "Ida Brandt")).authors
          == Names{"Ida Brandt"});
    CHECK(with(meta("twitter:label1", "Reading time") + meta("twitter:data1", "Two Minutes"))
              .byline.empty());
}

TEST_CASE("the byline that readers see is found in markup") {
    for (const std::string markup :
         {"<a rel=\"author\" href=\"/ida\">Ida Brandt</a>",
          "<span itemprop=\"author\"><span itemprop=\"name\">Ida Brandt</span></span>",
          "<span class=\"author vcard\"><a class=\"fn\" href=\"/ida\">Ida Brandt</a></span>",
          "<p class=\"article-author__name\">Von Ida Brandt</p>",
          "<ul class=\"metaAuthorList\"><li><a href=\"/ida\">Ida Brandt</a></li></ul>"}) {
        CAPTURE(markup);
        CHECK(with("", markup).authors == Names{"Ida Brandt"});
    }
}

TEST_CASE("authors of comments and of other articles are not this one's") {
    const auto article =
        with("", "",
             "<div class=\"related\"><span class=\"author\">Tom Okafor</span></div>"
             "<div class=\"comments\"><p class=\"comment-author\">Ann Lee</p></div>");
    CHECK(article.authors.empty());
}

TEST_CASE("names that stand alone around the text sign it") {
    const auto first = with(meta("author", "The Gull"), "", "");
    CHECK(first.byline == "The Gull");
    const auto before =
        read(page(site, "<h1>Ferry saved</h1><div><p><strong>Ida Brandt/Tom Okafor</strong></p>"
                            + paragraphs + "</div>"));
    CHECK(before.authors == Names{"Ida Brandt", "Tom Okafor"});
    CHECK(zone(before, ZoneKind::byline) == "Ida Brandt/Tom Okafor");
    CHECK(with("", "", "<p><b>Ida Brandt</b></p>").authors == Names{"Ida Brandt"});
    CHECK(with("", "", "<p>So it ended. (Ida Brandt aus Kiel, Tom Okafor, 3.5.2019)</p>").authors
          == Names{"Ida Brandt", "Tom Okafor"});
    CHECK(with("", "", "<p>So it ended. (New York)</p>").authors.empty());
    CHECK(with("", "", "<p><b>The Gull Says Thanks</b></p>").authors.empty());
}

TEST_CASE("full names are told from labels, roles and single words") {
    for (const char* name : {"Ida Brandt", "Ana de la Cruz", "J. K. Mwangi", "ANN LEE", "牛镛",
                             "박준석", "Zsófia Őry-Kovács"}) {
        CAPTURE(name);
        CHECK(indexer::is_full_name(name));
    }
    for (const char* name : {"", "Ida", "About the Author", "Read More", "ida brandt",
                             "Staff Writer", "Reuters", "Ida wrote Tom", "2 Comments"}) {
        CAPTURE(name);
        CHECK_FALSE(indexer::is_full_name(name));
    }
    CHECK(indexer::names_only("Ann Lee, Bo Chu and Cy Day"));
    CHECK_FALSE(indexer::names_only("Ann Lee, the mayor"));
    CHECK_FALSE(indexer::names_only(""));
}
