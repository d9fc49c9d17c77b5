// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/markdown.h"

#include "indexer/readers/file_bytes.h"
#include "indexer/readers/front_matter.h"
#include "indexer/readers/markdown_text.h"
#include "indexer/readers/registry.h"
#include "indexer/readers/yaml_values.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using indexer::FieldNames;
using indexer::Record;

namespace {

constexpr const char* body =
    "PORTHAVEN (Coastline) - The council voted on **Tuesday** to repair the [old "
    "bridge](https://courier.example/bridge) before winter comes.\n\n"
    "## What comes next\n\n"
    "* The ferry will sail every hour.\n"
    "* Tickets stay free for pupils.\n";

std::vector<Record> records_of(std::string text) {
    const indexer::MarkdownReader reader(FieldNames::standard());
    indexer::MemoryBytes bytes(std::move(text));
    std::vector<Record> records;
    reader.read(bytes, {"/news/a.md", "news"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    return records;
}

archive::Article article_of(const std::string& text) {
    auto records = records_of(text);
    REQUIRE(records.size() == 1);
    CAPTURE(records[0].error.message);
    REQUIRE(records[0].kind == Record::Kind::article);
    return std::move(records[0].article);
}

}  // namespace

TEST_CASE("front matter in YAML, TOML and JSON gives the same article") {
    const std::string text = std::string("\n") + body;
    for (const auto& front :
         {std::string(
              "---\ntitle: \"Bridge: to close\"\ndate: 2024-11-30T08:15:00+09:00\nlastmod: "
              "2024-12-01\nauthor: [Ann Lee]\ntags: [bridge, roads]\ncategories:\n  - "
              "Local\n  - Traffic\ndescription: Nine weeks of detours\ndraft: false\n---\n"),
          std::string("+++\r\ntitle = \"Bridge: to close\"\r\ndate = 2024-11-30T08:15:00+09:00\r\n"
                      "lastmod = 2024-12-01\r\nauthor = \"Ann Lee\"\r\ndescription = \"Nine weeks "
                      "of detours\"\r\n[taxonomies]\r\ntags = [\"bridge\", \"roads\"]\r\n"
                      "categories = [\"Local\", \"Traffic\"]\r\n+++\r\n"),
          std::string(
              "{\n\"title\": \"Bridge: to close\",\n\"date\": "
              "\"2024-11-30T08:15:00+09:00\",\n\"lastmod\": \"2024-12-01\",\n\"author\": "
              "\"Ann Lee\",\n\"tags\": [\"bridge\", \"roads\"], \"categories\": [\"Local\", "
              "\"Traffic\"], \"description\": \"Nine weeks of detours\"\n}\n")}) {
        CAPTURE(front);
        CHECK(indexer::Registry().reader_for(front + text)->name() == "markdown");
        const auto article = article_of(front + text);
        CHECK(article.title == "Bridge: to close");
        CHECK(article.title_basis == archive::TitleBasis::field);
        CHECK(archive::edtf(article.published) == "2024-11-30");
        CHECK(article.published.minute_of_day == std::int16_t{8 * 60 + 15});
        REQUIRE(article.updated);
        CHECK(archive::edtf(*article.updated) == "2024-12-01");
        CHECK(article.byline == "Ann Lee");
        CHECK(article.tags == std::vector<std::string>{"bridge", "roads", "Traffic"});
        CHECK(article.section == "Local");
        CHECK(article.standfirst == "Nine weeks of detours");
        const std::string words = archive::body_text(article);
        CHECK(words.find("voted on Tuesday to repair the old bridge before") != std::string::npos);
        CHECK(words.find("What comes next") != std::string::npos);
        CHECK(words.find("Tickets stay free") != std::string::npos);
        CHECK(words.find_first_of("*#[]") == std::string::npos);
    }
}

TEST_CASE("a draft is skipped and says so") {
    for (const char* front :
         {"---\ntitle: A\ndraft: true\n---\nText", "+++\ntitle='A'\ndraft=true\n+++\nText",
          "---\ntitle: A\npublished: false\n---\nText", "{\"title\":\"A\",\"draft\":true}\nText"}) {
        CAPTURE(front);
        const auto records = records_of(front);
        REQUIRE(records.size() == 1);
        CHECK(records[0].kind == Record::Kind::skipped);
        CHECK(records[0].note == "a draft");
    }
}

TEST_CASE("YAML that breaks its own rules is read line by line") {
    const auto article =
        article_of("---\ntitle: Venn: I stay\nauthor: @ann\ndate: 2014-05-06\n---\nShe stays.");
    CHECK(article.title == "Venn: I stay");
    CHECK(archive::edtf(article.published) == "2014-05-06");
}

TEST_CASE("front matter without an end or without fields is rejected") {
    for (const char* text : {"---\ntitle: A\n\nText without an end of the fields",
                             "+++\n[[[\n+++\n", "---\n- a\n- b\n---\nText", "---\n\"\n---\nText"}) {
        CAPTURE(text);
        const auto records = records_of(text);
        REQUIRE(records.size() == 1);
        CHECK(records[0].kind == Record::Kind::rejected);
        CHECK(records[0].error.code == archive::ErrorCode::article_unreadable);
    }
}

TEST_CASE("a headline may be the first heading of the text") {
    const auto article = article_of(
        "---\ndate: 2014-05-06\n---\n# Bridge to close\n\nThe council of Porthaven voted on "
        "Tuesday "
        "to repair the old bridge before winter comes.\n");
    CHECK(article.title == "Bridge to close");
}

TEST_CASE("aliases count with all they stand for") {
    std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
    for (char c = 'b'; c < 'k'; ++c) {
        const std::string before(1, static_cast<char>(c - 1));
        bomb += std::string(1, c) + ": &" + c + " [";
        for (int i = 0; i < 9; ++i) bomb += (i > 0 ? ",*" : "*") + before;
        bomb += "]\n";
    }
    CHECK_FALSE(indexer::yaml_value(bomb));
    const auto few = indexer::yaml_value("a: &x [1, 2]\nb: *x\nc: ~\nd:\n");
    REQUIRE(few);
    CHECK(few->dump() == R"({"a":["1","2"],"b":["1","2"],"c":null,"d":null})");
}

TEST_CASE("nesting nobody needs is refused") {
    CHECK_FALSE(indexer::yaml_value(std::string(5'000, '[')));
    CHECK_FALSE(indexer::yaml_value("a: " + std::string(100, '[') + std::string(100, ']')));
    CHECK(indexer::yaml_value("a: [[[x]]]"));
    const auto records =
        records_of("---\ntitle: A\nb: " + std::string(70'000, 'x') + "\n---\nText");
    CHECK(records[0].kind == Record::Kind::rejected);
}

TEST_CASE("tags of site generators vanish and their captions stay") {
    CHECK(indexer::markdown_text("A {{< ref \"b\" >}} {% include c %} d {e}\n") == "A d {e}\n\n");
    CHECK(indexer::markdown_text("{{< figure src=\"a.jpg\" caption=\"The bridge\" >}}\n")
          == "The bridge\n\n");
}

TEST_CASE("Markdown that holds HTML is read as a page") {
    const auto article = article_of(
        "---\ntitle: A\n---\nThe council of Porthaven voted on Tuesday to repair the bridge.\n\n"
        "<figure><img src=a.jpg><figcaption>The bridge at dusk</figcaption></figure>\n\nIt will be "
        "closed for nine weeks, and the ferry sails every hour.\n");
    CHECK(archive::body_text(article).find("nine weeks") != std::string::npos);
    CHECK(std::any_of(article.zones.begin(), article.zones.end(), [](const auto& zone) {
        return zone.text.find("The bridge at dusk") != std::string::npos;
    }));
    CHECK(archive::body_text(article).find('<') == std::string::npos);
}

TEST_CASE("what has no front matter and no heading is not claimed") {
    const indexer::MarkdownReader reader(FieldNames::standard());
    for (const char* head :
         {"--- \nA line\n---\n", "---\nfoo: bar\n---\n", "# A comment\n# of two lines\n\nText",
          "# A heading\nText", "# A heading\n\n", "#!/bin/sh\n\ntrue",
          "{\"title\":\"a\"}\n{\"title\":\"b\"}\n", "{\"title\":\"a\"}", "+++", "",
          "{\"title\":\"a\"},\n", "---\n", "{\"title\":\"a\"}\n\"title\":\"damaged\"}\n"}) {
        CAPTURE(head);
        CHECK_FALSE(reader.recognises(head));
    }
}

TEST_CASE("a text under one heading is Markdown without front matter") {
    const auto article =
        article_of(std::string("# Bridge to *close*\n\n*By Ann Lee, 9 March 2021*\n\n") + body);
    CHECK(article.title == "Bridge to close");
    CHECK(article.byline == "By Ann Lee, 9 March 2021");
    CHECK(archive::edtf(article.published) == "2021-03-09");
    CHECK(archive::body_text(article).find('#') == std::string::npos);
}
