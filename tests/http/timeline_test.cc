// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/http/described.h"
#include "tests/http/harbour.h"

#include <doctest/doctest.h>

using tests::code;
using tests::described;
using tests::live;

namespace {

nlohmann::ordered_json timeline(const std::string& query) {
    return described("/api/v1/timeline", "/api/v1/timeline?" + query);
}

}  // namespace

TEST_CASE("up to five queries over time come in the same bins") {
    const auto answer = timeline("q=ferry&q=tide&unit=year");
    CHECK(answer["unit"] == "year");
    REQUIRE(answer["series"].size() == 2);
    const auto& ferry = answer["series"][0];
    CHECK(ferry["query"]["understood"] == "ferry");
    CHECK(ferry["total"]["articles"] == 4);
    CHECK(ferry["undated"]["articles"] == 1);
    CHECK(
        ferry["bins"].dump()
        == R"([{"start":"2022-01-01","articles":0,"stories":0,"inferred":0,"archive":30,"value":0},)"
           R"({"start":"2023-01-01","articles":1,"stories":1,"inferred":0,"archive":1,"value":1},)"
           R"({"start":"2024-01-01","articles":2,"stories":2,"inferred":1,"archive":2,"value":2}])");
    CHECK(answer["series"][1]["bins"][0]["value"] == 30);
    CHECK(answer["archive"]["bins"].size() == 3);
    CHECK(answer["archive"]["total"]["articles"] == 34);
    CHECK(answer["archive"]["gaps"].size() == 3);
}

TEST_CASE("a share is of the archive in the bin, and null where that holds nothing") {
    const auto bins = timeline("q=harbour&q=tide&unit=month&share=1")["series"][0]["bins"];
    CHECK(bins[0]["value"] == 0.0);
    CHECK(bins[1]["value"].is_null());
    CHECK(bins.back()["value"] == 1.0);
}

TEST_CASE("a chart without a query is of the whole archive") {
    const auto answer = timeline("unit=year&count=stories");
    REQUIRE(answer["series"].size() == 1);
    CHECK(answer["series"][0]["total"] == answer["archive"]["total"]);
    CHECK(answer["series"][0]["query"]["input"] == "");
}

TEST_CASE("a chart refuses a sixth query, another unit and what any search refuses") {
    CHECK(live().get("/api/v1/timeline?q=a&q=b&q=c&q=d&q=e").status == 200);
    CHECK(code(live().problem("/api/v1/timeline?q=a&q=b&q=c&q=d&q=e&q=f", 400))
          == "parameter.repeated");
    CHECK(code(live().problem("/api/v1/timeline?unit=hour", 400)) == "parameter.bad_value");
    CHECK(code(live().problem("/api/v1/timeline?q=a&q=foo:bar", 400)) == "query.unknown_field");
    CHECK(code(live().problem("/api/v1/timeline?sorce=x", 400)) == "parameter.unknown");
    CHECK(live().get("/api/v1/timeline?q=ferry&offset=14&cursor=elsewhere").status == 200);
}

TEST_CASE("a chart that a client has already is not drawn again") {
    const std::string address = "/api/v1/timeline?q=ferry&q=tide";
    const auto tag = live().get(address).get_header_value("ETag");
    CHECK(live().get_again(address, tag).status == 304);
    CHECK(live().get("/api/v1/timeline?q=tide&q=ferry").get_header_value("ETag") != tag);
}
