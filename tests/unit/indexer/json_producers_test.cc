// SPDX-License-Identifier: GPL-2.0-or-later
// Records in the shapes that their producers give them.
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/json.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

using archive::ZoneKind;
using indexer::Record;
using nlohmann::json;

namespace {

constexpr const char* body =
    "The council of Porthaven voted on Tuesday to repair the old bridge before winter comes.\n"
    "Engineers said the work would take nine weeks and close the road to Karsholm at night.";

std::vector<Record> records_of(const json& value) {
    const indexer::JsonReader reader(indexer::FieldNames::standard());
    indexer::MemoryBytes bytes(value.dump());
    std::vector<Record> records;
    reader.read(bytes, {"/news/a.json", "news"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    return records;
}

archive::Article only_article(const json& value) {
    auto records = records_of(value);
    REQUIRE(records.size() == 1);
    REQUIRE(records[0].kind == Record::Kind::article);
    return std::move(records[0].article);
}

bool says(const archive::Article& article, const std::string& words) {
    return archive::body_text(article).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("news-please") {
    const auto article = only_article({{"authors", json::array({"Ann Lee"})},
                                       {"date_download", "2024-12-01 00:00:00"},
                                       {"date_modify", nullptr},
                                       {"date_publish", "2024-11-30 08:15:00"},
                                       {"description", "Nine weeks of detours"},
                                       {"filename", "x.json"},
                                       {"image_url", nullptr},
                                       {"language", "en"},
                                       {"maintext", body},
                                       {"source_domain", "courier.example"},
                                       {"text", nullptr},
                                       {"title", "Bridge to close"},
                                       {"title_page", nullptr},
                                       {"url", "https://courier.example/bridge"}});
    CHECK(article.title == "Bridge to close");
    CHECK(archive::edtf(article.published) == "2024-11-30");
    CHECK_FALSE(article.updated);
    CHECK(article.source == "courier.example");
    CHECK(article.authors.empty());
    CHECK(article.byline == "Ann Lee");
    CHECK(article.standfirst == "Nine weeks of detours");
    CHECK(says(article, "nine weeks"));
}

TEST_CASE("newspaper3k and newspaper4k") {
    const auto article = only_article({{"source_url", "https://courier.example"},
                                       {"url", "https://courier.example/bridge"},
                                       {"title", "Bridge to close"},
                                       {"text", body},
                                       {"article_html", ""},
                                       {"authors", json::array({"Ann Lee", "Bo Chu"})},
                                       {"publish_date", "2019-03-14T00:00:00"},
                                       {"meta_description", "Nine weeks of detours"},
                                       {"meta_lang", "en"},
                                       {"meta_keywords", json::array({"bridge", "roads"})},
                                       {"tags", json::array()},
                                       {"canonical_link", "https://courier.example/b"},
                                       {"top_image", "https://courier.example/b.jpg"}});
    CHECK(archive::edtf(article.published) == "2019-03-14");
    CHECK(article.url == "https://courier.example/bridge");
    CHECK(article.authors == std::vector<std::string>{"Ann Lee", "Bo Chu"});
    CHECK(article.tags == std::vector<std::string>{"bridge", "roads"});
    CHECK(article.standfirst == "Nine weeks of detours");
    CHECK(article.source == "courier.example");
}

TEST_CASE("fundus") {
    const auto article = only_article(
        {{"title", "Bridge to close"},
         {"body",
          {{"summary", json::array({"In short: it closes."})},
           {"sections",
            json::array(
                {{{"headline", json::array()}, {"paragraphs", json::array({body})}},
                 {{"headline", json::array({"What comes next"})},
                  {"paragraphs", json::array({"The ferry will sail every hour, the board said.",
                                              "Tickets stay free for pupils until May."})}}})}}},
         {"authors", json::array({"Ann Lee"})},
         {"publishing_date", "2024-05-02 10:00:00+02:00"},
         {"topics", json::array({"bridges"})},
         {"publisher", "The Courier"},
         {"lang", "en"},
         {"free_access", true},
         {"html", {{"requested_url", "https://courier.example/b"}, {"content", "<p>page</p>"}}}});
    CHECK(article.standfirst == "In short: it closes.");
    CHECK(article.source == "The Courier");
    CHECK(article.tags == std::vector<std::string>{"bridges"});
    CHECK(article.url == "https://courier.example/b");
    CHECK(archive::edtf(article.published) == "2024-05-02");
    CHECK(says(article, "What comes next"));
    CHECK(says(article, "Tickets stay free"));
    CHECK_FALSE(says(article, "page"));
}

TEST_CASE("CC-News") {
    const auto article = only_article({{"title", "Bridge to close"},
                                       {"text", body},
                                       {"domain", "courier.example"},
                                       {"date", "2017-07-05 12:00:00"},
                                       {"description", "Nine weeks of detours"},
                                       {"url", "https://courier.example/b"},
                                       {"image_url", "https://courier.example/b.jpg"}});
    CHECK(article.source == "courier.example");
    CHECK(archive::edtf(article.published) == "2017-07-05");
    CHECK(article.published.precision == archive::Precision::minute);
}

TEST_CASE("NewsAPI says when it cut a text") {
    const std::string beginning(body, 80);
    const auto records = records_of(
        {{"status", "ok"},
         {"totalResults", 2},
         {"articles",
          json::array({{{"source", {{"id", nullptr}, {"name", "The Courier"}}},
                        {"author", "Ann Lee"},
                        {"title", "Bridge to close"},
                        {"description", "Nine weeks of detours"},
                        {"url", "https://courier.example/b"},
                        {"publishedAt", "2023-02-01T10:00:00Z"},
                        {"content", beginning + "\u2026 [+1234 chars]"}},
                       {{"title", "Whole"}, {"content", std::string(body) + " [see below]"}}})}});
    REQUIRE(records.size() == 2);
    const auto& cut = records[0].article;
    CHECK(cut.quality.truncated);
    CHECK_FALSE(says(cut, "chars"));
    CHECK(cut.source == "The Courier");
    CHECK(archive::edtf(cut.published) == "2023-02-01");
    CHECK(std::any_of(cut.zones.begin(), cut.zones.end(), [](const auto& zone) {
        return zone.kind == ZoneKind::furniture && zone.text == "[+1234 chars]";
    }));
    CHECK_FALSE(records[1].article.quality.truncated);
}

TEST_CASE("the Guardian, a page of results and one item") {
    const json item{{"id", "world/2024/nov/30/bridge"},
                    {"type", "article"},
                    {"sectionName", "World news"},
                    {"webPublicationDate", "2024-11-30T08:15:00Z"},
                    {"webTitle", "Bridge to close"},
                    {"webUrl", "https://guardian.example/bridge"},
                    {"fields",
                     {{"headline", "Bridge to close \u2013 for good"},
                      {"trailText", "<p>Nine weeks of <strong>detours</strong></p>"},
                      {"byline", "Ann Lee in Porthaven"},
                      {"publication", "The Guardian"},
                      {"lastModified", "2024-12-01T09:00:00Z"},
                      {"bodyText", body}}},
                    {"tags", json::array({{{"id", "world/bridges"}, {"webTitle", "Bridges"}}})}};
    const json answers =
        json::array({json{{"response", {{"status", "ok"}, {"results", json::array({item})}}}},
                     json{{"response", {{"status", "ok"}, {"content", item}}}}});
    for (const auto& answer : answers) {
        const auto article = only_article(answer);
        CHECK(article.external_id == "world/2024/nov/30/bridge");
        CHECK(article.title == "Bridge to close \u2013 for good");
        CHECK(article.standfirst == "Nine weeks of detours");
        CHECK(article.byline == "Ann Lee in Porthaven");
        CHECK(article.section == "World news");
        CHECK(article.source == "The Guardian");
        CHECK(article.tags == std::vector<std::string>{"Bridges"});
        CHECK(archive::edtf(article.published) == "2024-11-30");
        REQUIRE(article.updated);
        CHECK(says(article, "nine weeks"));
    }
}

TEST_CASE("NYT keywords are tags, and names by their kind") {
    const auto article = only_article(
        {{"status", "OK"},
         {"response",
          {{"docs",
            json::array({{{"_id", "nyt://article/1"},
                          {"abstract", "Nine weeks of detours"},
                          {"lead_paragraph", body},
                          {"web_url", "https://nyt.example/bridge"},
                          {"pub_date", "2016-02-08T09:00:00+0000"},
                          {"source", "The New York Times"},
                          {"section_name", "World"},
                          {"headline", {{"main", "Bridge to Close"}, {"kicker", nullptr}}},
                          {"byline", {{"original", "By Ann Lee"}, {"person", json::array()}}},
                          {"keywords",
                           json::array({{{"name", "subject"}, {"value", "Bridges"}, {"rank", 1}},
                                        {{"name", "persons"}, {"value", "Venn, Orla"}, {"rank", 2}},
                                        {{"name", "glocations"}, {"value", "Porthaven"}}})}}})}}}});
    CHECK(article.title == "Bridge to Close");
    CHECK(article.byline == "By Ann Lee");
    CHECK(article.section == "World");
    CHECK(article.tags == std::vector<std::string>{"Bridges", "Venn, Orla", "Porthaven"});
    const std::vector<archive::Entity> entities{{archive::EntityType::person, "Orla Venn", 1},
                                                {archive::EntityType::place, "Porthaven", 1}};
    CHECK(article.entities == entities);
}

TEST_CASE("GDELT gives a title and a day and no text") {
    const auto article =
        only_article({{"articles", json::array({{{"url", "https://courier.example/b"},
                                                 {"url_mobile", ""},
                                                 {"title", "Bridge to close"},
                                                 {"seendate", "20241130T081500Z"},
                                                 {"domain", "courier.example"},
                                                 {"language", "English"},
                                                 {"sourcecountry", "Norway"}}})}});
    CHECK(article.title == "Bridge to close");
    CHECK(archive::edtf(article.published) == "2024-11-30");
    CHECK(archive::body_text(article).empty());
}

TEST_CASE("a dump of Elasticsearch is read by what it holds") {
    const json hit{{"_index", "news"}, {"_source", {{"title", "Bridge to close"}, {"text", body}}}};
    CHECK(only_article(hit).title == "Bridge to close");
    CHECK(only_article({{"took", 1}, {"hits", {{"total", 1}, {"hits", json::array({hit})}}}}).title
          == "Bridge to close");
}

TEST_CASE("tags in one string are parted, sentences are not") {
    const auto tags = [](const char* written) {
        return only_article({{"title", "A"}, {"keywords", written}}).tags;
    };
    CHECK(tags("bridge, roads,winter,") == std::vector<std::string>{"bridge", "roads", "winter"});
    CHECK(tags("a; b, c") == std::vector<std::string>{"a", "b, c"});
    const char* sentence = "What the council decided about the bridge on Tuesday, and why";
    CHECK(tags(sentence) == std::vector<std::string>{sentence});
}

TEST_CASE("a text full of open tags is looked through once") {
    std::string hostile;
    for (int i = 0; i < 200'000; ++i) hostile += "<p ";
    CHECK(only_article({{"title", "A"}, {"text", hostile}}).title == "A");
}
