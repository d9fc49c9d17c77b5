// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "tests/http/described.h"
#include "tests/http/harbour.h"

#include <doctest/doctest.h>

#include <vector>

using nlohmann::ordered_json;
using tests::live;

namespace {

/// The rows of a batch, each held against docs/openapi.json.
std::vector<ordered_json> batch(const std::string& body, const std::string& query = {}) {
    const auto answer = live().post("/api/v1/batch" + query, body);
    CAPTURE(answer.body);
    REQUIRE(answer.status == 200);
    CHECK(answer.get_header_value("Content-Type") == "application/x-ndjson; charset=utf-8");
    CHECK_FALSE(answer.has_header("ETag"));
    const auto& schema = tests::schema_of("/api/v1/batch", "200", "application/x-ndjson");
    std::vector<ordered_json> rows;
    for (const auto line : archive::split(answer.body, '\n')) {
        if (line.empty()) continue;
        rows.push_back(ordered_json::parse(line));
        const auto faults = tests::faults(rows.back(), schema);
        CAPTURE((faults.empty() ? "" : faults.front()));
        CHECK(faults.empty());
    }
    return rows;
}

}  // namespace

TEST_CASE("a batch answers each line in its place, the wrong ones too") {
    const auto rows = batch("ferry\nfoo:bar\r\n\n\"ferry strike\"\ndate:2024-13\n");
    REQUIRE(rows.size() == 5);
    for (std::size_t i = 0; i < rows.size(); ++i) CHECK(rows[i]["line"] == i + 1);
    CHECK(rows[0]["total"]["articles"] == 4);
    CHECK(rows[0]["results"].empty());
    CHECK(rows[1]["query"]["input"] == "foo:bar");
    CHECK(rows[1]["problem"]["code"] == "query.unknown_field");
    CHECK(rows[2]["total"]["articles"] == 34);
    CHECK(rows[3]["total"]["articles"] == 1);
    CHECK(rows[4]["problem"]["errors"][0]["parameter"] == "q");
}

TEST_CASE("the parameters of the address hold for every line of a batch") {
    const auto rows = batch("ferry\nharbour", "?from=2024&limit=1&fold=none&facets=source");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0]["query"]["understood"] == "ferry date:2024..");
    CHECK(rows[0]["total"]["articles"] == 2);
    CHECK(rows[0]["results"].size() == 1);
    CHECK(rows[1]["facets"].contains("source"));
}

TEST_CASE("a batch of nothing has no rows, one of bytes that are no text has problems") {
    CHECK(batch("").empty());
    CHECK(batch("\n").size() == 1);
    const auto rows = batch(std::string("a\0b\n\xff\xfe\n", 7));
    REQUIRE(rows.size() == 2);
    for (const auto& row : rows) CHECK(row["problem"]["code"] == "query.bad_encoding");
}

TEST_CASE("a batch that is too long, of another type or from elsewhere is refused") {
    const auto most = archive::limits::batch_queries;
    std::string lines;
    for (std::size_t i = 0; i < most; ++i) lines += "id:x\n";
    CHECK(batch(lines).size() == most);
    CHECK(live().post("/api/v1/batch", lines + "id:y\n").status == 413);
    CHECK(live().post("/api/v1/batch", "ferry", {}, "application/json").status == 400);
    CHECK(live().post("/api/v1/batch", "ferry", {{"Origin", "http://evil.example"}}).status == 400);
    CHECK(live().post("/api/v1/batch", "ferry", {{"Origin", live().origin()}}).status == 200);
    CHECK(live().post("/api/v1/batch?sorce=x", "ferry").status == 400);
    CHECK(live().post("/api/v1/search", "ferry").status == 405);
}

TEST_CASE("the address of a batch takes POST and says so") {
    const auto answer = live().get("/api/v1/batch");
    CHECK(answer.status == 405);
    CHECK(answer.get_header_value("Allow") == "POST, OPTIONS");
}
