// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/http/described.h"
#include "tests/http/harbour.h"

#include <doctest/doctest.h>

#include <algorithm>

using nlohmann::ordered_json;
using tests::code;
using tests::described;
using tests::live;

namespace {

ordered_json search(const std::string& query) {
    return described("/api/v1/search", "/api/v1/search?" + query);
}

std::vector<std::string> ids(const ordered_json& answer) {
    std::vector<std::string> all;
    for (const auto& row : answer["results"]) {
        auto id = row["id"].get<std::string>();
        id.erase(id.find_last_not_of('0') + 1);
        all.push_back(id);
    }
    return all;
}

}  // namespace

TEST_CASE("a search answers rows, totals, facets and bins that agree with each other") {
    const auto answer =
        search("q=ferry&undated=include&facets=source,person,year,certainty&histogram=year");
    CHECK(answer["total"].dump() == R"({"articles":4,"stories":4,"exact":true})");
    CHECK(answer["results"].size() == 4);
    CHECK(answer["next"].is_null());
    CHECK(answer["facets"]["person"][0].dump()
          == R"({"value":"person:ann-lee","label":"Ann Lee","articles":2,"stories":2})");
    CHECK(answer["histogram"]["unit"] == "year");
    CHECK(answer["histogram"]["undated"]["articles"] == 1);
    int binned = 0;
    for (const auto& bin : answer["histogram"]["bins"]) binned += bin["articles"].get<int>();
    CHECK(binned == 3);
}

TEST_CASE("without facets, histogram and results the members are there and empty") {
    const auto answer = search("q=nothinglikeit&limit=0");
    CHECK(answer["total"]["articles"] == 0);
    CHECK(answer["facets"].is_object());
    CHECK(answer["histogram"].is_null());
    CHECK(answer["results"].empty());
    CHECK(answer["query"]["clauses"][0]["articles"] == 0);
}

TEST_CASE("an empty text of an article is null, a list of none is a list") {
    const auto row = search("q=id:boat000000000000")["results"][0];
    CHECK(row["source"].is_null());
    CHECK(row["section"].is_null());
    CHECK(row["url"].is_null());
    CHECK(row["authors"].dump() == "[]");
    CHECK(row["event"].is_null());
    CHECK(row["published"]["earliest"].is_null());
    CHECK(row["published"]["edtf"] == "");
    CHECK(row["published"]["precision"] == "none");
    CHECK(row["story"]["role"] == "only");
}

TEST_CASE("marks travel as segments, as escaped HTML or not at all") {
    const std::string query = "q=id:strike0000000000+thanked&highlight=";
    CHECK(search(query + "segments")["results"][0]["snippet"].is_array());
    const auto html = search(query + "html")["results"][0]["snippet"].get<std::string>();
    CHECK(html.find("&lt;b&gt;<mark>thanked</mark>&lt;/b&gt;") != std::string::npos);
    const auto plain = search(query + "none")["results"][0]["snippet"].get<std::string>();
    CHECK(plain.find("<b>thanked</b>") != std::string::npos);
}

TEST_CASE("filters of one name are alternatives, and a minus excludes") {
    CHECK(ids(search("q=ferry&source=Harbour+Times&source=Daily+Lantern")).size() == 3);
    CHECK(ids(search("q=ferry&source=harbour+times&sort=newest"))
          == std::vector<std::string>{"strike", "snow"});
    CHECK(ids(search("q=ferry&-source=Harbour+Times&sort=newest"))
          == std::vector<std::string>{"fog", "boat"});
    CHECK(ids(search("person=Ann+Lee&-person=Ann+Lee")).empty());
}

TEST_CASE("days asked for leave out the undated, and the answer counts them") {
    const auto answer = search("q=ferry&from=2024-01&to=2024");
    CHECK(ids(answer).size() == 2);
    CHECK(answer["outside"]["undated"] == 1);
    CHECK(answer["query"]["understood"] == "ferry date:2024-01..2024");
    CHECK(ids(search("q=ferry&undated=only")) == std::vector<std::string>{"boat"});
    CHECK(search("q=newsletter")["outside"]["furniture"] == 1);
}

TEST_CASE("following next shows every row once") {
    std::vector<std::string> seen;
    ordered_json answer = search("limit=7&offset=3&sort=oldest");
    for (;;) {
        for (const auto& id : ids(answer)) seen.push_back(id);
        if (answer["next"].is_null()) break;
        const auto next = answer["next"].get<std::string>();
        CHECK(next.starts_with("/api/v1/search?limit=7&sort=oldest&cursor="));
        answer = described("/api/v1/search", next);
    }
    CHECK(seen.size() == tests::harbour_articles().size() - 3);
    std::sort(seen.begin(), seen.end());
    CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
}

TEST_CASE("each clause says where it stands and what the query is without it") {
    const auto clauses =
        search("q=%22ferry+strike%22+person:%22ann+lee%22&explain=1")["query"]["clauses"];
    REQUIRE(clauses.size() == 2);
    CHECK(clauses[0]["kind"] == "phrase");
    CHECK(clauses[0]["start"] == 0);
    CHECK(clauses[0]["end"] == 14);
    CHECK(clauses[0]["articles"] == 1);
    CHECK(clauses[0]["without"] == "person%3A%22ann%20lee%22");
    CHECK(clauses[1]["articles"] == 2);
}

TEST_CASE("a repaired query runs, with a warning that says where") {
    const auto warnings = search("q=ferry+%22open")["query"]["warnings"];
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0]["code"] == "query.unclosed_quote");
    CHECK(warnings[0]["parameter"] == "q");
    CHECK(warnings[0]["start"] == 6);
    CHECK(code(live().problem("/api/v1/search?q=ferry+%22open&strict=1", 400))
          == "query.unclosed_quote");
}

TEST_CASE("where nothing is found the answer offers ways on that find something") {
    const auto answer = search("q=ferry+snowflake&from=2024");
    CHECK(answer["total"]["articles"] == 0);
    REQUIRE_FALSE(answer["relax"].empty());
    CHECK(answer["relax"][0]["kind"] == "without");
    CHECK(answer["relax"][0]["articles"] > 0);
}

TEST_CASE("every endpoint that takes a search refuses the same parameters") {
    for (const char* path : {"/api/v1/search", "/api/v1/articles/strike0000000000",
                             "/api/v1/facets/source", "/api/v1/export", "/api/v1/parse",
                             "/feed.atom", "/api/v1/kwic", "/api/v1/terms", "/api/v1/first"}) {
        CAPTURE(path);
        const std::string begin = path;
        CHECK(code(live().problem(begin + "?sorce=x", 400)) == "parameter.unknown");
        CHECK(code(live().problem(begin + "?sort=best", 400)) == "parameter.bad_value");
        CHECK(code(live().problem(begin + "?q=a&q=b", 400)) == "parameter.repeated");
        CHECK(code(live().problem(begin + "?from=soon", 400)) == "parameter.bad_date");
        CHECK(code(live().problem(begin + "?from=2025&to=2024", 400))
              == "parameter.reversed_range");
        CHECK(code(live().problem(begin + "?q=foo:bar", 400)) == "query.unknown_field");
        CHECK(code(live().problem(begin + "?plain=0", 400)) == "parameter.bad_value");
        CHECK(live().get(begin + "?offset=14&limit=3&fold=none").status == 200);
        // A cursor means nothing where there is no list of articles.
        const bool listed = begin == "/api/v1/search" || begin == "/api/v1/facets/source"
                            || begin == "/api/v1/kwic" || begin == "/api/v1/first";
        CHECK(live().get(begin + "?cursor=elsewhere").status == (listed ? 400 : 200));
    }
    for (const char* path : {"/api/v1/status", "/api/v1/sources", "/api/v1/fields"}) {
        CHECK(code(live().problem(std::string(path) + "?q=a", 400)) == "parameter.unknown");
    }
}

TEST_CASE("no parameter is offered in place of one that is not like it") {
    const auto problem = live().problem("/api/v1/search?query=ferry", 400);
    CHECK(problem["detail"] == "\"query\" is no parameter of this address");
}

TEST_CASE("all faults are listed, the first names the problem") {
    const auto problem = live().problem("/api/v1/search?limit=1000&sorce=x&offset=10001", 400);
    CHECK(problem["code"] == "parameter.bad_value");
    REQUIRE(problem["errors"].size() == 3);
    CHECK(problem["errors"][1]["parameter"] == "sorce");
    CHECK(problem["errors"][1]["hint"] == "source");
    CHECK(problem["errors"][2]["detail"].get<std::string>().find("next") != std::string::npos);
    CHECK_FALSE(problem.contains("index"));
}

TEST_CASE("an address that nothing answers is refused by its name") {
    CHECK(code(live().problem("/api/v1/trends", 404)) == "route.not_found");
}

TEST_CASE("an article comes whole, marked, without furniture unless asked") {
    const std::string address = "/api/v1/articles/strike0000000000";
    const auto article = described("/api/v1/articles/{id}", address + "?q=crews");
    CHECK(article["byline"].is_null());
    CHECK(article["provenance"]["record"] == 1);
    CHECK(article["story"]["members"][0]["id"] == "strike0000000000");
    bool marked = false;
    for (const auto& zone : article["zones"]) {
        CHECK(zone["kind"] != "furniture");
        for (const auto& paragraph : zone["paragraphs"]) {
            for (const auto& segment : paragraph) marked = marked || segment.contains("hit");
        }
    }
    CHECK(marked);
    const auto all = described("/api/v1/articles/{id}", address + "?furniture=1");
    CHECK(all["zones"].back()["kind"] == "furniture");
    CHECK(described("/api/v1/articles/{id}", address + "?highlight=html")["title"].is_string());
}

TEST_CASE("the names of an article are marked where its text says them") {
    const auto article = described("/api/v1/articles/{id}", "/api/v1/articles/strike0000000000");
    std::string named;
    for (const auto& zone : article["zones"]) {
        for (const auto& paragraph : zone["paragraphs"]) {
            for (const auto& segment : paragraph) {
                if (segment.contains("entity"))
                    named += segment["text"].get<std::string>() + "|"
                             + segment["entity"].get<std::string>();
            }
        }
    }
    CHECK(named == "Ann Lee|person:ann-lee");
}

TEST_CASE("an article is cited in four forms, with its own address where it has none") {
    const std::string address = "/api/v1/articles/fog0000000000000?format=";
    CHECK(live().get(address + "bibtex").body.find("year = {[2024]}") != std::string::npos);
    CHECK(live()
              .get(address + "ris")
              .body.find("UR  - " + live().origin() + "/articles/fog0000000000000")
          != std::string::npos);
    const auto csl = ordered_json::parse(live().get(address + "csljson").body);
    CHECK(csl[0]["issued"]["circa"] == true);
    const auto text = live().get(address + "text");
    CHECK(text.get_header_value("Content-Type") == "text/plain; charset=utf-8");
    CHECK(text.body.find("Daily Lantern, [Nov 2024]") != std::string::npos);
    CHECK(live().get("/api/v1/articles/fog0000000000000?format=word").status == 400);
}

TEST_CASE("an id that no article has is 404 whatever is asked of it") {
    CHECK(code(live().problem("/api/v1/articles/nosuch", 404)) == "article.not_found");
    CHECK(code(live().problem("/api/v1/articles/%F0%9F%A6%86?format=ris", 404))
          == "article.not_found");
}

TEST_CASE("a long facet is searched by prefix and paged without repeating") {
    std::vector<std::string> seen;
    auto answer = described("/api/v1/facets/{name}", "/api/v1/facets/source?limit=9&prefix=tide");
    for (;;) {
        for (const auto& value : answer["values"]) seen.push_back(value["value"]);
        if (answer["next"].is_null()) break;
        answer = described("/api/v1/facets/{name}", answer["next"]);
    }
    CHECK(seen.size() == 30);
    std::sort(seen.begin(), seen.end());
    CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
    const auto by_word = described("/api/v1/facets/{name}", "/api/v1/facets/source?prefix=TIMES");
    CHECK(by_word["values"][0]["value"] == "Harbour Times");
}

TEST_CASE("a selected value is in its facet however rare it is") {
    const auto answer =
        described("/api/v1/facets/{name}", "/api/v1/facets/source?limit=1&source=Tide+Office+29");
    const auto& values = answer["values"];
    CHECK(std::any_of(values.begin(), values.end(), [](const ordered_json& value) {
        return value["value"] == "Tide Office 29";
    }));
}

TEST_CASE("what is no facet or no cursor is refused") {
    const auto problem = live().problem("/api/v1/facets/sources", 400);
    CHECK(code(problem) == "parameter.bad_value");
    CHECK(problem["errors"][0]["hint"] == "source");
    for (const char* cursor : {"7", "v", "v-1", "v1x", "v99999999999"}) {
        CAPTURE(cursor);
        CHECK(code(live().problem(std::string("/api/v1/facets/source?cursor=") + cursor, 400))
              == "parameter.bad_value");
    }
}

TEST_CASE("a completion says what the filter takes and what the query takes") {
    const auto answer = described("/api/v1/suggest", "/api/v1/suggest?prefix=ann&types=entity");
    REQUIRE(answer["suggestions"].size() == 1);
    CHECK(answer["suggestions"][0]["type"] == "person");
    CHECK(answer["suggestions"][0]["value"] == "person:ann-lee");
    CHECK(answer["suggestions"][0]["query"] == "person:\"Ann Lee\"");
    CHECK(answer["suggestions"][0]["articles"] == 2);
    CHECK(described("/api/v1/suggest",
                    "/api/v1/suggest?prefix=harb&types=source,word&limit=2")["suggestions"]
              .size()
          == 2);
    CHECK(described("/api/v1/suggest", "/api/v1/suggest")["suggestions"].empty());
    CHECK(live().get("/api/v1/suggest?types=names").status == 400);
}

TEST_CASE("parse shows the tree and runs nothing") {
    const auto answer = described("/api/v1/parse",
                                  "/api/v1/parse?q=a+(b+OR+-c)+%22d+e%22+source:x+person:y+=z+"
                                  "date:2024..+certainty:stated+copies:>3+words:2..5");
    const auto& tree = answer["query"]["tree"];
    CHECK(tree["kind"] == "and");
    CHECK(tree["operands"][1]["operands"][1]["operand"]["text"] == "c");
    CHECK(tree["operands"][8].dump()
          == R"({"kind":"number","field":"copies","value":">3","least":4,"most":null})");
    CHECK(tree["operands"][9]["most"] == 5);
    CHECK(described("/api/v1/parse", "/api/v1/parse")["query"]["tree"]["kind"] == "everything");
}

TEST_CASE("fields, sources and status tell what the archive knows and holds") {
    const auto fields = described("/api/v1/fields", "/api/v1/fields");
    CHECK(fields["fields"].size() == archive::schema::fields().size());
    for (const auto& field : fields["fields"]) {
        const auto name = field["name"].get<std::string>();
        CAPTURE(name);
        const bool taken = live().get("/api/v1/search?limit=0&" + name + "=stated").status == 200;
        CHECK(field["parameter"] == taken);
    }
    const auto sources = described("/api/v1/sources", "/api/v1/sources");
    CHECK(sources["sources"].size() == 33);
    CHECK(sources["sources"][0]["source"] == "Harbour Times");
    CHECK(sources["sources"][0]["gaps"].size() == 1);
    const auto status = described("/api/v1/status", "/api/v1/status");
    CHECK(status["articles"] == 34);
    CHECK(status["certainty"].dump() == R"({"stated":32,"inferred":1,"none":1})");
    CHECK(status["span"]["earliest"] == "2022-01-10");
    CHECK(status["versions"]["schema"] == std::to_string(archive::schema::version));
}
