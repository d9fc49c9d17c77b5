// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json.h"

#include "indexer/readers/file_bytes.h"
#include "indexer/readers/json_parse.h"
#include "indexer/readers/record_article.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

using archive::ZoneKind;
using indexer::FieldNames;
using indexer::Record;
using nlohmann::json;

namespace {

constexpr const char* body =
    "The council of Porthaven voted on Tuesday to repair the old bridge before winter comes.\n\n"
    "Engineers said the work would take nine weeks and close the road to Karsholm at night.";

std::vector<Record> records_of(std::string text) {
    const indexer::JsonReader reader(FieldNames::standard());
    indexer::MemoryBytes bytes(std::move(text));
    std::vector<Record> records;
    reader.read(bytes, {"/news/a.json", "news"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    return records;
}

archive::Article article_of(const json& object) {
    auto article = indexer::article_from_record(object, FieldNames::standard());
    REQUIRE(article);
    return *article;
}

std::string zone(const archive::Article& article, ZoneKind kind) {
    for (const auto& each : article.zones) {
        if (each.kind == kind) return each.text;
    }
    return {};
}

long zones(const archive::Article& article, ZoneKind kind) {
    return std::count_if(article.zones.begin(), article.zones.end(),
                         [&](const auto& each) { return each.kind == kind; });
}

bool kept(const archive::Article& article, const std::string& name, const std::string& value) {
    return std::find(article.other.begin(), article.other.end(), std::pair{name, value})
           != article.other.end();
}

}  // namespace

TEST_CASE("names are read without case, underscores, hyphens and blanks") {
    for (const char* name : {"datePublished", "date_published", "Date-Published", "date published",
                             "DATE", "pubDate", "published_at", "seendate"}) {
        CAPTURE(name);
        const auto article = article_of({{"headline", "A"}, {name, "2019-03-14"}});
        CHECK(archive::edtf(article.published) == "2019-03-14");
        CHECK(article.published.basis == archive::Basis::field);
        CHECK(article.published.certainty == archive::Certainty::stated);
    }
}

TEST_CASE("every field of a record reaches the article") {
    const auto article = article_of({{"guid", 4711},
                                     {"Title", "Bridge to close"},
                                     {"description", "Nine weeks of detours"},
                                     {"maintext", body},
                                     {"publishedAt", "2019-03-14T08:15:00Z"},
                                     {"modified", "2019-03-15"},
                                     {"link", "https://courier.example/bridge"},
                                     {"outlet", "The Courier"},
                                     {"byline", "By Ann Lee and Bo Chu"},
                                     {"category", "Local"},
                                     {"wire", "Coastline"},
                                     {"lang", "en"},
                                     {"keywords", "bridge; roads | winter;"},
                                     {"people", {"Orla Venn", "Kim Jong Un"}},
                                     {"organisations", "Harbour Board"},
                                     {"locations", json::array({{{"name", "Porthaven"}}})},
                                     {"word_count", 29}});
    CHECK(article.external_id == "4711");
    CHECK(article.title == "Bridge to close");
    CHECK(article.title_basis == archive::TitleBasis::field);
    CHECK(zone(article, ZoneKind::headline) == "Bridge to close");
    CHECK(article.standfirst == "Nine weeks of detours");
    CHECK(archive::body_text(article).find("nine weeks") != std::string::npos);
    CHECK(archive::edtf(article.published) == "2019-03-14");
    REQUIRE(article.updated);
    CHECK(archive::edtf(*article.updated) == "2019-03-15");
    CHECK(article.url == "https://courier.example/bridge");
    CHECK(article.source == "The Courier");
    CHECK(article.byline == "By Ann Lee and Bo Chu");
    CHECK(article.section == "Local");
    CHECK(article.agency == std::vector<std::string>{"Coastline"});
    CHECK(article.language == "en");
    CHECK(article.tags == std::vector<std::string>{"bridge", "roads", "winter"});
    const std::vector<archive::Entity> entities{{archive::EntityType::person, "Orla Venn", 1},
                                                {archive::EntityType::person, "Kim Jong Un", 1},
                                                {archive::EntityType::org, "Harbour Board", 1},
                                                {archive::EntityType::place, "Porthaven", 1}};
    CHECK(article.entities == entities);
    CHECK(kept(article, "word_count", "29"));
}

TEST_CASE("the first name with a value wins") {
    const auto article = article_of({{"title", nullptr},
                                     {"headline", ""},
                                     {"heading", "Third"},
                                     {"hed", "Fourth"},
                                     {"text", body}});
    CHECK(article.title == "Third");
    CHECK(zones(article, ZoneKind::headline) >= 2);  // the other one is searched too
}

TEST_CASE("values of other types do not stop a record") {
    const auto article = article_of({{"id", true},
                                     {"title", json::array({"A", "B"})},
                                     {"text", json::array({body, nullptr})},
                                     {"date", json::object()},
                                     {"url", 7},
                                     {"author", json::array({1, nullptr, json::object()})},
                                     {"tags", json::array({json::array({"x"}), 3, ""})}});
    CHECK(article.title == "A, B");
    CHECK_FALSE(article.published.known());
    CHECK(article.url.empty());
    CHECK(article.tags == std::vector<std::string>{"x", "3"});
}

TEST_CASE("a date that can't be read dates nothing and stays visible") {
    const auto article = article_of({{"title", "A"}, {"date", "some day soon"}});
    CHECK_FALSE(article.published.known());
    CHECK(kept(article, "date", "some day soon"));
}

TEST_CASE("what is no web address is shown and never a link") {
    const auto article = article_of({{"title", "A"}, {"url", "javascript:alert(4)"}});
    CHECK(article.url.empty());
    CHECK(kept(article, "url", "javascript:alert(4)"));
}

TEST_CASE("a title that the text repeats is one headline") {
    const auto article = article_of(
        {{"title", "Bridge to close"}, {"text", std::string("Bridge to Close\n\n") + body}});
    CHECK(zones(article, ZoneKind::headline) == 1);
    CHECK(article.title == "Bridge to close");
}

TEST_CASE("a description that only begins the body is no standfirst") {
    const auto article =
        article_of({{"title", "A"},
                    {"description", "The council of Porthaven voted on Tuesday to"},
                    {"text", body}});
    CHECK(article.standfirst.empty());
}

TEST_CASE("a body with markup is read as a page") {
    const auto article = article_of(
        {{"title", "A"},
         {"content",
          "<p>The council of Porthaven voted on Tuesday to repair the old bridge before "
          "winter comes &amp; goes.</p><p>Engineers said the work would take nine weeks and "
          "close the road to Karsholm at night.</p>"}});
    const auto text = archive::body_text(article);
    CHECK(text.find('<') == std::string::npos);
    CHECK(text.find("comes & goes") != std::string::npos);
}

TEST_CASE("what a machine misread as a tag swallows no text") {
    // ">" and "<I" stand in pages of print that nobody marked up
    const auto misread =
        article_of({{"title", "A"},
                    {"text",
                     "The council of Porthaven an<I the harbour board voted on Tuesday to "
                     "repair the old bridge > before winter comes."}});
    CHECK(archive::body_text(misread).find("an<I the harbour board voted") != std::string::npos);

    std::string long_print = "The keeper of the light told the council <p></p> ";
    while (long_print.size() < 20'000)
        long_print += "that he would watch no more < winters there, ";
    const auto marked = article_of({{"title", "A"}, {"text", long_print + "ended."}});
    CHECK(archive::body_text(marked).size() > 20'000);

    CHECK(article_of({{"title", "A"}, {"text", "One <a href='/b'>bridge</a> <br/> is open."}})
              .zones.back()
              .text.find('<')
          == std::string::npos);
}

TEST_CASE("known producers are read") {
    SUBCASE("a list of authors with names") {
        const auto article =
            article_of({{"title", "A"},
                        {"authors", json::array({{{"name", "Ann Lee"}}, {{"name", "Bo Chu"}}})}});
        CHECK(article.authors == std::vector<std::string>{"Ann Lee", "Bo Chu"});
        CHECK(article.byline == "Ann Lee, Bo Chu");
    }
    SUBCASE("a source with an id that is null") {
        CHECK(
            article_of({{"title", "A"}, {"source", {{"id", nullptr}, {"name", "The Gull"}}}}).source
            == "The Gull");
    }
    SUBCASE("an article in sections") {
        const auto article =
            article_of({{"title", "A"},
                        {"body",
                         {{"summary", json::array({"In short: it closes."})},
                          {"sections", json::array({{{"headline", json::array({"Nine weeks"})},
                                                     {"paragraphs", json::array({body})}}})}}},
                        {"publishing_date", "2024-05-02 10:00:00+00:00"}});
        CHECK(article.standfirst == "In short: it closes.");
        CHECK(archive::body_text(article).find("nine weeks") != std::string::npos);
        CHECK(archive::edtf(article.published) == "2024-05-02");
    }
    SUBCASE("names inside objects") {
        const auto article = article_of({{"headline", {{"main", "Inner"}, {"kicker", "Aside"}}},
                                         {"lead_paragraph", body},
                                         {"pub_date", "2016-02-08T09:00:00+0000"},
                                         {"byline", {{"original", "By Ann Lee"}}}});
        CHECK(article.title == "Inner");
        CHECK(article.byline == "By Ann Lee");
        CHECK(kept(article, "headline.kicker", "Aside"));
    }
}

TEST_CASE("names can be added and then win") {
    FieldNames names = FieldNames::standard();
    REQUIRE(names.add("title", "Schlag_Zeile"));
    REQUIRE(names.add("body", "inhalt.text"));
    CHECK_FALSE(names.add("tittle", "x"));
    CHECK_FALSE(names.add("title", "_-"));
    const auto article = indexer::article_from_record(
        {{"title", "B"}, {"schlagzeile", "A"}, {"inhalt", {{"text", body}}}}, names);
    REQUIRE(article);
    CHECK(article->title == "A");
    CHECK_FALSE(archive::body_text(*article).empty());
}

TEST_CASE("a record without title and body is rejected as empty") {
    for (const json& object : {json::object(), json{{"id", 1}, {"title", " "}, {"text", ""}},
                               json{{"description", "only that"}}}) {
        const auto article = indexer::article_from_record(object, FieldNames::standard());
        REQUIRE_FALSE(article);
        CHECK(article.error().code == archive::ErrorCode::article_empty);
    }
}

TEST_CASE("one object, a list and wrapped lists give their articles by position") {
    const std::string one = R"({"title":"one","text":"Text."})",
                      two = R"({"title":"two","text":"T."})";
    for (const std::string& text :
         {"[" + one + "," + two + "]", "{\"articles\":[" + one + "," + two + "]}",
          "{\"response\":{\"status\":\"ok\",\"results\":[" + one + "," + two + "]}}",
          "{\n" + one.substr(1) + "\n{\n" + two.substr(1),
          " \n[\n" + one + "\n,\n" + two + ",]\n"}) {
        CAPTURE(text);
        const auto records = records_of(text);
        REQUIRE(records.size() == 2);
        CHECK(records[0].article.title == "one");
        CHECK(records[1].article.title == "two");
        CHECK(records[1].record == 2);
    }
}

TEST_CASE("a damaged member of a list costs that member") {
    const auto records = records_of(
        R"([{"title":"one","text":"a"}, {"title":"two","text":}, 7, {"title":"three","text":"c"}])");
    REQUIRE(records.size() == 4);
    CHECK(records[0].kind == Record::Kind::article);
    CHECK(records[1].kind == Record::Kind::rejected);
    CHECK(records[1].record == 2);
    CHECK(records[2].kind == Record::Kind::rejected);
    CHECK(records[3].article.title == "three");
    CHECK(records[3].record == 4);
}

TEST_CASE("what ends too early is rejected once and what came before is kept") {
    for (const char* text : {R"([{"title":"one"},{"title":"tw)", R"([{"title":"one"})",
                             R"([{"title":"one"}] and more)"}) {
        CAPTURE(text);
        const auto records = records_of(text);
        REQUIRE(records.size() == 2);
        CHECK(records[0].article.title == "one");
        CHECK(records[1].kind == Record::Kind::rejected);
    }
}

TEST_CASE("strings with NUL, lone halves of pairs and foreign bytes are repaired") {
    const auto records =
        records_of(R"([{"title":"a\u0000b"},{"title":"\ud800x"},{"title":"\ud83d\ude00"},)"
                   "{\"title\":\"caf\xe9 d\xe9j\xe0 vu\"}]");
    REQUIRE(records.size() == 4);
    CHECK(records[0].article.title == "ab");
    CHECK(records[1].article.title == "\ufffdx");
    CHECK(records[2].article.title == "\U0001F600");
    CHECK(records[3].article.title == "caf\u00e9 d\u00e9j\u00e0 vu");
}

TEST_CASE("nesting and numbers nobody can hold are refused") {
    CHECK_FALSE(indexer::parse_json(std::string(200'000, '[')));
    CHECK_FALSE(indexer::parse_json(std::string(65, '[') + std::string(65, ']')));
    CHECK(indexer::parse_json(std::string(64, '[') + std::string(64, ']')));
    CHECK_FALSE(indexer::parse_json("1e999"));
    std::string many = "[0";
    for (int i = 0; i < 1'000'001; ++i) many += ",0";
    CHECK_FALSE(indexer::parse_json(many + "]"));
    CHECK(indexer::parse_json(R"({"a":"[[[[{{{{,,,,\"]"})"));
}

TEST_CASE("text that only begins with a bracket is no JSON") {
    const indexer::JsonReader reader(FieldNames::standard());
    for (const char* head : {"{\"a\":1}", " [{", "[", "{}", "{'a': 1}", "{id: 1}", "[[[[",
                             "[1, 2, 3]", "[\"a\"]", "\xef\xbb\xbf{\"a\""}) {
        CAPTURE(head);
        CHECK(reader.recognises(head));
    }
    for (const char* head : {"[1] Chapter one", "[Updated] News", "{{Infobox}}",
                             "{Editor's note: x}", "", "text", "<p>"}) {
        CAPTURE(head);
        CHECK_FALSE(reader.recognises(head));
    }
}
