// SPDX-License-Identifier: GPL-2.0-or-later
// Records in shapes that no table of names tells: lists in other forms, envelopes, people in parts.

#include "indexer/readers/csv.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/json.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

using indexer::Record;
using nlohmann::json;

namespace {

constexpr const char* body =
    "The council of Porthaven voted on Tuesday to repair the old bridge before winter comes.";
constexpr const char* other_body =
    "Engineers said the work would take nine weeks and close the road to Karsholm at night.";

template <typename Reader>
std::vector<Record> read(std::string text) {
    const Reader reader(indexer::FieldNames::standard());
    indexer::MemoryBytes bytes(std::move(text));
    std::vector<Record> records;
    reader.read(bytes, {"/news/a", "news"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    return records;
}

std::vector<archive::Article> articles(std::vector<Record> records) {
    std::vector<archive::Article> articles;
    for (auto& record : records) {
        if (record.kind == Record::Kind::article) articles.push_back(std::move(record.article));
    }
    return articles;
}

std::vector<archive::Article> articles_of(const json& value) {
    return articles(read<indexer::JsonReader>(value.dump()));
}

std::vector<archive::Article> rows_of(const std::string& table) {
    return articles(read<indexer::CsvReader>(table));
}

std::string day(const archive::Article& article) {
    return archive::edtf(article.published);
}

}  // namespace

TEST_CASE("posts of the WordPress API keep text and headline, and numbers of tags are no tags") {
    const auto found = articles_of(json::array(
        {{{"id", 1207},
          {"date", "2016-02-08T08:15:00"},
          {"modified", "2016-02-09T09:00:00"},
          {"link", "https://courier.example/2016/bridge/"},
          {"title", {{"rendered", "Bridge to close &#8211; for nine weeks"}}},
          {"content", {{"rendered", std::string("<p>") + body + "</p>"}, {"protected", false}}},
          {"author", 4},
          {"categories", json::array({12})},
          {"tags", json::array({33, 34})}}}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].title == "Bridge to close \u2013 for nine weeks");
    CHECK(archive::body_text(found[0]) == body);
    CHECK(day(found[0]) == "2016-02-08");
    CHECK(found[0].external_id == "1207");
    CHECK(found[0].tags.empty());
    CHECK(found[0].section.empty());
    CHECK(found[0].byline.empty());
}

TEST_CASE("a feed in JSON is a list of articles, although it has a title itself") {
    const auto found = articles_of(
        {{"version", "https://jsonfeed.org/version/1.1"},
         {"title", "Porthaven Courier"},
         {"items", json::array({{{"id", "1"}, {"title", "Bridge to close"}, {"content_html", body}},
                                {{"id", "2"}, {"content_text", other_body}}})}});
    REQUIRE(found.size() == 2);
    CHECK(found[0].title == "Bridge to close");
    CHECK(found[0].source == "Porthaven Courier");
    CHECK(found[1].source == "Porthaven Courier");
}

TEST_CASE("an article with a text stays one article, whatever lists it holds") {
    const auto found =
        articles_of({{"title", "Bridge to close"},
                     {"text", body},
                     {"items", json::array({{{"title", "Ferry late"}}, {{"title", "Fog"}}})}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].title == "Bridge to close");
}

TEST_CASE("articles under their keys, and tables by columns, are lists") {
    const auto keyed = articles_of({{"a1", {{"title", "Bridge to close"}, {"text", body}}},
                                    {"a2", {{"title", "Nine weeks"}, {"text", other_body}}}});
    REQUIRE(keyed.size() == 2);
    CHECK(keyed[0].external_id == "a1");
    CHECK(keyed[1].title == "Nine weeks");
    json columns{{"title", json::object()}, {"text", json::object()}};
    for (int row = 0; row < 11; ++row) {
        columns["title"][std::to_string(row)] = "Notice " + std::to_string(row);
        columns["text"][std::to_string(row)] = body;
    }
    const auto rows = articles_of(columns);
    REQUIRE(rows.size() == 11);
    CHECK(rows[2].title == "Notice 2");  // by number, not by digits
    CHECK(rows[10].title == "Notice 10");
}

TEST_CASE("of a page's linked data the article is read and the rest is told to be none") {
    const json graph{{"@context", "https://schema.org"},
                     {"@graph", json::array({{{"@type", "Organization"}, {"name", "Courier"}},
                                             {{"@type", "NewsArticle"},
                                              {"headline", "Bridge to close"},
                                              {"articleBody", body}}})}};
    const auto records = read<indexer::JsonReader>(graph.dump());
    REQUIRE(records.size() == 2);
    CHECK(records[0].kind == Record::Kind::skipped);
    CHECK(records[1].article.title == "Bridge to close");
}

TEST_CASE("fields inside an envelope count after those outside of it") {
    const auto found = articles_of({{"metadata",
                                     {{"title", "Bridge to close"},
                                      {"date", "2016-02-08"},
                                      {"source", "Courier"},
                                      {"author", "Ann Lee"}}},
                                    {"source", "The Courier"},
                                    {"text", body}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].title == "Bridge to close");
    CHECK(day(found[0]) == "2016-02-08");
    CHECK(found[0].source == "The Courier");
    CHECK(found[0].byline == "Ann Lee");
}

TEST_CASE("people come in parts, turned round and as links") {
    const auto author = [](const json& value) {
        const auto found = articles_of({{"title", "A"}, {"text", body}, {"author", value}});
        REQUIRE(found.size() == 1);
        return found[0].byline;
    };
    CHECK(author({{"first_name", "Ann"}, {"last_name", "Lee"}}) == "Ann Lee");
    CHECK(author("Lee, Ann") == "Ann Lee");
    CHECK(author(json::array({"[[Ann Lee]]"})) == "Ann Lee");
    CHECK(author("Reuters, Coastline") == "Reuters, Coastline");
    CHECK(author("Ann Lee, Bo Chu") == "Ann Lee, Bo Chu");
}

TEST_CASE("a source that is an address is the article's address") {
    const auto found =
        articles_of({{"title", "A"}, {"text", body}, {"source", "https://courier.example/bridge"}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].url == "https://courier.example/bridge");
    CHECK(found[0].source == "courier.example");
}

TEST_CASE("commas too many and line ends in strings cost no record") {
    const auto found = articles(read<indexer::JsonReader>(
        std::string("[{\"title\":\"A\",\"text\":\"") + body + "\n" + other_body
        + "\",},\n{\"title\":\"B\",\"tags\":[\"a\",],\"text\":\"" + body + "\"},]"));
    REQUIRE(found.size() == 2);
    CHECK(archive::body_text(found[0]).find("nine weeks") != std::string::npos);
    CHECK(found[1].tags == std::vector<std::string>{"a"});
}

TEST_CASE("columns are known in small and capital letters of any alphabet") {
    const auto found = rows_of(
        "Überschrift;VERÖFFENTLICHT;Volltext;Zeitung\n"
        "Brücke gesperrt;8.2.2016;Die Brücke wird gesperrt.;Die Möwe\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0].title == "Brücke gesperrt");
    CHECK(day(found[0]) == "2016-02-08");
    CHECK(found[0].source == "Die Möwe");
    CHECK(rows_of("Título;Cuerpo;Fecha\nCierran;El puente cierra.;8.2.2016\n").size() == 1);
}

TEST_CASE("a day in three columns dates a row that has no whole one") {
    const auto found = rows_of(
        "title,year,month,day,text\nA,2016,2,8,Text one.\n"
        "B,2016.0,12.0,,Text two.\nC,2016,February,8,Text three.\n");
    REQUIRE(found.size() == 3);
    CHECK(day(found[0]) == "2016-02-08");
    CHECK(day(found[1]) == "2016-12");
    CHECK(day(found[2]) == "2016-02-08");
    const auto whole = rows_of("title,date,year,text\nA,2016-02-08,2017,Text one.\n");
    REQUIRE(whole.size() == 1);
    CHECK(day(whole[0]) == "2016-02-08");
}

TEST_CASE("the names of the columns once more are no article") {
    const auto records =
        read<indexer::CsvReader>("title,text\nA,Text one.\ntitle,text\nB,Text two.\n");
    REQUIRE(records.size() == 3);
    CHECK(records[1].kind == Record::Kind::skipped);
    CHECK(records[2].article.title == "B");
}
