// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/ninjs.h"

#include "indexer/readers/file_bytes.h"
#include "indexer/readers/json.h"

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

constexpr const char* text =
    "PORTHAVEN (Coastline) - The council voted on Tuesday to repair the old bridge before winter "
    "comes, and to close the road to Karsholm at night.";
constexpr const char* markup =
    "<p>PORTHAVEN (Coastline) - The council voted on Tuesday to repair the old bridge before "
    "winter comes.</p><p>The road to Karsholm will be closed at night for nine weeks.</p>";

archive::Article article_of(const json& item) {
    REQUIRE(indexer::is_ninjs(item));
    CHECK(indexer::why_no_ninjs_article(item).empty());
    auto article = indexer::article_from_ninjs(item, FieldNames::standard());
    REQUIRE(article);
    return *article;
}

std::vector<Record> records_of(const json& value) {
    const indexer::JsonReader reader(FieldNames::standard());
    indexer::MemoryBytes bytes(value.dump());
    std::vector<Record> records;
    reader.read(bytes, {"/news/a.json", "news"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    return records;
}

bool has_zone(const archive::Article& article, ZoneKind kind, const std::string& words) {
    return std::any_of(article.zones.begin(), article.zones.end(),
                       [&](const auto& zone) { return zone.kind == kind && zone.text == words; });
}

}  // namespace

TEST_CASE("an item of ninjs 1 is read by its names") {
    const auto article = article_of({{"uri", "urn:coastline:4711"},
                                     {"type", "text"},
                                     {"version", "3"},
                                     {"firstcreated", "2019-08-09T09:30:04Z"},
                                     {"versioncreated", "2019-08-10T09:46:53Z"},
                                     {"pubstatus", "usable"},
                                     {"headline", "Bridge &amp; road to close"},
                                     {"description_text", "Nine weeks of detours"},
                                     {"body_text", text},
                                     {"body_xhtml", markup},
                                     {"byline", "By Ann Lee"},
                                     {"language", "en"},
                                     {"copyrightholder", "Coastline Agency"},
                                     {"subject", json::array({{{"name", "transport"}}})},
                                     {"place", json::array({{{"name", "Porthaven"}}})},
                                     {"person", json::array({{{"name", "Orla Venn"}}})},
                                     {"organisation", json::array({{{"name", "Harbour Board"}}})},
                                     {"urgency", 3}});
    CHECK(article.external_id == "urn:coastline:4711");
    CHECK(article.version == 3);
    CHECK(article.title == "Bridge & road to close");
    CHECK(article.standfirst == "Nine weeks of detours");
    CHECK(archive::edtf(article.published) == "2019-08-09");
    REQUIRE(article.updated);
    CHECK(archive::edtf(*article.updated) == "2019-08-10");
    CHECK(article.byline == "By Ann Lee");
    CHECK(article.source == "Coastline Agency");
    CHECK(article.tags == std::vector<std::string>{"transport"});
    CHECK(article.entities.size() == 3);
    CHECK(article.url.empty());
    const std::string body = archive::body_text(article);
    CHECK(body.find('<') == std::string::npos);
    CHECK(body.find("winter comes.\nThe road") != std::string::npos);
}

TEST_CASE("items of ninjs 2 and 3 are read by their roles") {
    const auto article = article_of(
        {{"uri", "https://coastline.example/bridge"},
         {"standard", {{"name", "ninjs"}, {"version", "3.0"}}},
         {"type", "text"},
         {"versionCreated", "2021-05-26T13:40:18+02:00"},
         {"headlines", json::array({{{"role", "short"}, {"value", "Bridge"}},
                                    {{"role", "main"}, {"value", "Bridge to close"}}})},
         {"bodies",
          json::array({{{"role", "text"}, {"contentType", "text/plain"}, {"value", text}},
                       {{"role", "xhtml"}, {"contentType", "text/html"}, {"value", markup}}})},
         {"descriptions", json::array({{{"role", "lead"}, {"value", "Nine weeks of detours"}}})},
         {"by", "Ann Lee"},
         {"people", json::array({{{"name", "Orla Venn"}, {"uri", "x:1"}}})},
         {"organisations", json::array({{{"name", "Harbour Board"}}})},
         {"places", json::array({{{"literal", "Porthaven"}}})},
         {"subjects", json::array({{{"name", "transport"}, {"rel", "about"}, {"uri", "x:2"}}})},
         {"associations",
          json::array({{{"type", "picture"},
                        {"descriptions", json::array({{{"value", "The bridge at dusk"}}})}},
                       {{"type", "text"}, {"headline", "Another story"}}})}});
    CHECK(article.title == "Bridge to close");
    CHECK(has_zone(article, ZoneKind::headline, "Bridge"));
    CHECK(has_zone(article, ZoneKind::caption, "The bridge at dusk"));
    CHECK(article.standfirst == "Nine weeks of detours");
    CHECK(article.url == "https://coastline.example/bridge");
    CHECK(article.byline == "Ann Lee");
    CHECK(archive::edtf(article.published) == "2021-05-26");
    CHECK_FALSE(article.updated);
    CHECK(article.entities.size() == 3);
    CHECK(archive::body_text(article).find("\nThe road to Karsholm") != std::string::npos);
}

TEST_CASE("a picture without a text is skipped and one with a text is read") {
    const json picture{{"uri", "x:1"},
                       {"type", "picture"},
                       {"versioncreated", "2019-08-09T09:30:04Z"},
                       {"headline", "The bridge"},
                       {"description_text", "The bridge at dusk"}};
    const auto records = records_of(picture);
    REQUIRE(records.size() == 1);
    CHECK(records[0].kind == Record::Kind::skipped);
    CHECK(records[0].note.find("picture") != std::string::npos);
    json with_text = picture;
    with_text["body_text"] = text;
    CHECK(records_of(with_text)[0].kind == Record::Kind::article);
}

TEST_CASE("what an agency holds back is skipped and what it takes back is told") {
    json item{{"uri", "x:1"}, {"type", "text"}, {"headline", "A"}, {"pubStatus", "withheld"}};
    CHECK(records_of(item)[0].kind == Record::Kind::skipped);
    CHECK_FALSE(indexer::is_withdrawn_ninjs(item));
    for (const char* status : {"canceled", "cancelled", "CANCELED"}) {
        item["pubStatus"] = status;
        CHECK(indexer::is_withdrawn_ninjs(item));
    }
}

TEST_CASE("a list of items in the answer of an agency is read item by item") {
    const json item{{"uri", "x:1"}, {"pubstatus", "usable"}, {"headline", "A"}, {"type", "text"}};
    const json bare{{"type", "text"}, {"uri", "x:2"}, {"pubstatus", "usable"}, {"body_text", text}};
    const json answers = json::array(
        {json{{"data", {{"items", json::array({json{{"item", item}}, json{{"item", bare}}})}}}},
         json{{"total", 2}, {"item", json::array({item, bare})}}});
    for (const auto& answer : answers) {
        CAPTURE(answer.dump());
        const auto records = records_of(answer);
        REQUIRE(records.size() == 2);
        CHECK(records[0].article.external_id == "x:1");
        CHECK(records[1].article.external_id == "x:2");
    }
    CHECK(records_of({{"data", {{"item", item}}}})[0].article.title == "A");
}

TEST_CASE("an ordinary record is no ninjs item") {
    CHECK_FALSE(indexer::is_ninjs({{"uri", "x:1"}, {"title", "A"}, {"body", text}}));
    CHECK_FALSE(indexer::is_ninjs({{"guid", 7}, {"headline", "A"}, {"content", text}}));
    CHECK_FALSE(indexer::is_ninjs({{"headlines", json::array({"A", "B"})}}));
    CHECK_FALSE(indexer::is_ninjs(json::array()));
    CHECK_FALSE(indexer::is_ninjs("text"));
}

TEST_CASE("a hostile item throws nothing") {
    for (
        const char* value :
        {R"({"uri":{"a":1},"headlines":[{"value":7},{"value":"x"}],"bodies":[null,{"value":"b"}]})",
         R"({"standard":{"name":"ninjs"},"associations":{"a":7,"b":null,"c":[]},"version":-1})",
         R"({"standard":{"name":"ninjs"},"altids":[],"type":7,"pubstatus":{},"headline":"x"})"}) {
        CAPTURE(value);
        const auto records = records_of(json::parse(value));
        CHECK(records.size() == 1);
    }
}
