// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/feed.h"

#include "indexer/readers/file_bytes.h"
#include "indexer/readers/news_sitemap.h"
#include "indexer/readers/wordpress.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using indexer::Record;

std::vector<Record> read(const std::string& text) {
    indexer::MemoryBytes bytes(text);
    std::vector<Record> records;
    indexer::FeedReader().read(bytes, {"a.xml", "folder"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    return records;
}

archive::Article item(const std::string& inside) {
    const auto records = read(
        "<rss xmlns:media='http://search.yahoo.com/mrss/'><channel>"
        "<title>Gull Bay News</title><item>"
        + inside + "</item></channel></rss>");
    REQUIRE(records.size() == 1);
    REQUIRE(records[0].kind == Record::Kind::article);
    return records[0].article;
}

archive::Article entry(const std::string& inside) {
    const auto records = read(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Gull Bay</title>"
        "<author><name>Ann Lee</name></author><entry>"
        + inside + "</entry></feed>");
    REQUIRE(records.size() == 1);
    REQUIRE(records[0].kind == Record::Kind::article);
    return records[0].article;
}

}  // namespace

TEST_CASE("a description is the text of an item that brings no other, else its standfirst") {
    CHECK(archive::body_text(item("<title>A</title><description>Rain fell.</description>"))
          == "Rain fell.");
    const auto both = item(
        "<title>A</title><description>Rain again.</description>"
        "<content:encoded>&lt;p&gt;Rain fell on the harbour all day.&lt;/p&gt;</content:encoded>");
    CHECK(both.standfirst == "Rain again.");
    CHECK(archive::body_text(both) == "Rain fell on the harbour all day.");
}

TEST_CASE("names of pictures are not the item's own") {
    const auto article = item(
        "<media:title>A gull</media:title><media:content><media:description>The gull</"
        "media:description></media:content><title>Gull counted</title><description>One gull was "
        "seen.</description>");
    CHECK(article.title == "Gull counted");
    REQUIRE(!article.zones.empty());
    CHECK(article.zones.back().kind == archive::ZoneKind::caption);
    CHECK(article.zones.back().text == "The gull");
}

TEST_CASE("the original feed of an item is its source") {
    CHECK(item("<title>A</title><source url='x'>Salt Mercury</source>").source == "Salt Mercury");
    CHECK(item("<title>A</title>").source == "Gull Bay News");
}

TEST_CASE("an author's address is not a name") {
    CHECK(item("<title>A</title><author>ann@a.example (Ann Lee)</author>").byline == "Ann Lee");
    CHECK(item("<title>A</title><author>desk@a.example</author>").byline.empty());
    CHECK(entry("<title>A</title>").byline == "Ann Lee");
}

TEST_CASE("of an entry that only says when it changed the day is inferred") {
    const auto article = entry("<title>A</title><updated>2012-02-11T10:00:00Z</updated>");
    CHECK(archive::edtf(article.published) == "2012-02-11~");
    CHECK(article.published.basis == archive::Basis::modified);
}

TEST_CASE("the address is the page's, not that of the feed or a picture") {
    const auto article = entry(
        "<title>A</title><link rel='self' href='https://a.example/feed'/><link rel='enclosure' "
        "href='https://a.example/a.jpg'/><link href='https://a.example/story'/><id>urn:1</id>");
    CHECK(article.url == "https://a.example/story");
    CHECK(article.external_id == "urn:1");
}

TEST_CASE("an item without id is known by its address as an item, not as the page") {
    const auto article = item("<title>A</title><link>https://a.example/story</link>");
    CHECK(article.external_id == "https://a.example/story");
}

TEST_CASE("items of a damaged feed are read and the damage is told with its line") {
    const auto records = read(
        "<rss><channel><title>A</title>\n<item><title>One</item>\n"
        "<item><title>Two</title></item>");
    REQUIRE(records.size() == 3);
    CHECK(records[0].article.title == "One");
    CHECK(records[1].article.title == "Two");
    CHECK(records[2].kind == Record::Kind::rejected);
    CHECK(records[2].record == 0);
    CHECK(records[2].error.message == "damaged in line 2: 'item' ends within 'title'");
}

TEST_CASE("an end tag that closes an item and what is around it leaves the next item whole") {
    const auto records = read(
        "<rss><channel><title>Selmark Post</title><item><title>Crane wakes town</title><p>One"
        "</channel><item><title>Crane sleeps</title></item><channel><title>Late</title></channel>"
        "<item><title>Crane sings</title></item></rss>");
    REQUIRE(records.size() >= 3);
    CHECK(records[0].article.title == "Crane wakes town");
    CHECK(records[1].article.title == "Crane sleeps");
    CHECK(records[2].article.title == "Crane sings");
    for (const auto& record : records) {
        CHECK(record.article.source.find("Crane") == std::string::npos);
        CHECK(record.article.source.find('<') == std::string::npos);
    }
}

TEST_CASE("paragraphs of a post are parted by blank lines, and short codes go") {
    CHECK(indexer::html_of_post("One\ntwo\n\nThree [sic] [gallery ids=\"1,2\"]")
          == "<p>One\ntwo</p>\n<p>Three [sic] </p>");
    CHECK(indexer::html_of_post("[caption id=\"a\"]<img/> The van[/caption]\n\nText")
          == "<p><figure><figcaption><img/> The van</figcaption></figure></p>\n<p>Text</p>");
    CHECK(indexer::html_of_post("<p>Marked [dropcap]U[/dropcap]p</p>") == "<p>Marked Up</p>");
}

TEST_CASE("a news sitemap gives headlines, and an address alone nothing") {
    indexer::MemoryBytes bytes(
        "<urlset "
        "xmlns:news='x'><url><loc>https://a.example/1</loc></url><url><loc>https://a.example"
        "/2</loc><news:news><news:publication><news:name>Salt Mercury</news:name><news:language>en"
        "</news:language></news:publication><news:publication_date>2021-03-05</"
        "news:publication_date><news:title>Tide &amp; "
        "time</news:title></news:news></url></urlset>");
    std::vector<Record> records;
    indexer::NewsSitemapReader().read(bytes, {"a.xml", "folder"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    REQUIRE(records.size() == 2);
    CHECK(records[0].kind == Record::Kind::skipped);
    CHECK(records[1].article.title == "Tide & time");
    CHECK(records[1].article.source == "Salt Mercury");
    CHECK(archive::edtf(records[1].article.published) == "2021-03-05");
}

TEST_CASE("what a feed's program adds to a text is none of it") {
    const std::string note =
        "The post <a href='x'>Ferry saved</a> appeared first on <a href='y'>Gull</a>.";
    const auto both = item("<title>Ferry saved</title><description><![CDATA[<p>It stays.</p><p>" + note
                           + "</p>]]></description><content:encoded><![CDATA[<p>The people of Westhaven "
                             "have voted to keep the ferry.</p><p>"
                           + note + "</p>]]></content:encoded>");
    CHECK(both.standfirst == "It stays.");
    CHECK(archive::body_text(both) == "The people of Westhaven have voted to keep the ferry.");
    const auto linked = item(
        "<title>Ferry saved</title><description>The people of Westhaven have voted to keep the "
        "ferry. "
        "&lt;a href='https://gull.example/1'&gt;Read more&lt;/a&gt;</description>");
    CHECK(archive::body_text(linked) == "The people of Westhaven have voted to keep the ferry.");
}

TEST_CASE("addresses are meant from the feed's base") {
    const std::string head = "<feed xmlns='http://www.w3.org/2005/Atom' ";
    const std::string inside =
        "<title>Gull</title><link href='https://gull.example/'/><entry>"
        "<title>A</title><link href='2021/a.html'/></entry></feed>";
    CHECK(read(head + "xml:base='https://gull.example/blog/'>" + inside).at(0).article.url
          == "https://gull.example/blog/2021/a.html");
    CHECK(read(head + ">" + inside).at(0).article.url == "https://gull.example/2021/a.html");
}

TEST_CASE("a search engine's feed names the outlet behind the headline") {
    CHECK(item("<title>Ferry saved - The Gull</title><source url='x'>The Gull</source>").title
          == "Ferry saved");
    CHECK(item("<title>Ferry saved - for now</title><source url='x'>The Gull</source>").title
          == "Ferry saved - for now");
}

TEST_CASE("a podcast's episode has the text its programme gives") {
    const auto episode =
        item("<title>Episode 4</title><itunes:summary>The ferry stays.</itunes:summary>");
    CHECK(archive::body_text(episode) == "The ferry stays.");
}

TEST_CASE("of a weblog's export only posts are articles") {
    const auto kind = [](const std::string& what) {
        return "<category scheme='http://schemas.google.com/g/2005#kind' "
               "term='http://schemas.google.com/blogger/2008/kind#"
               + what + "'/>";
    };
    const auto records =
        read("<feed xmlns='http://www.w3.org/2005/Atom'><title>Harbour</title><entry>"
             + kind("settings") + "<title>The name</title></entry><entry>" + kind("post")
             + "<title>Ferry saved</title><content>It stays.</content></entry><entry>"
             + kind("comment") + "<title>Nice</title></entry></feed>");
    REQUIRE(records.size() == 3);
    CHECK(records[0].kind == Record::Kind::skipped);
    CHECK(records[1].article.title == "Ferry saved");
    CHECK(records[1].article.tags.empty());
    CHECK(records[2].kind == Record::Kind::skipped);
}
