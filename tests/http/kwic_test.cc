// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/http/described.h"
#include "tests/http/harbour.h"

#include <doctest/doctest.h>

using tests::code;
using tests::described;
using tests::live;

namespace {

nlohmann::ordered_json kwic(const std::string& query) {
    return described("/api/v1/kwic", "/api/v1/kwic?" + query);
}

}  // namespace

TEST_CASE("a word stands between what is written before and behind it") {
    const auto answer = kwic("q=ferry&order=left&width=12");
    CHECK(answer["total"]["articles"] == 4);
    CHECK(answer["order"] == "left");
    REQUIRE(answer["results"].size() == 6);
    CHECK(answer["results"][5]["left"] == "holds the ");
    CHECK(answer["results"][5]["hit"] == "ferry");
    CHECK(answer["results"][5]["zone"] == "headline");
    CHECK_FALSE(answer["partial"]);
}

TEST_CASE("following next shows every line once") {
    for (const char* order : {"date", "right"}) {
        CAPTURE(order);
        std::size_t lines = 0;
        auto answer = kwic("q=ferry&limit=2&order=" + std::string(order));
        for (;;) {
            lines += answer["results"].size();
            if (answer["next"].is_null()) break;
            answer = described("/api/v1/kwic", answer["next"]);
        }
        CHECK(lines == 6);
    }
}

TEST_CASE("a concordance refuses what any search refuses, other widths and other orders") {
    for (const char* query : {"width=9", "width=201", "order=up", "limit=201", "cursor=x"}) {
        CAPTURE(query);
        CHECK(code(live().problem("/api/v1/kwic?q=ferry&" + std::string(query), 400))
              == "parameter.bad_value");
    }
    CHECK(code(live().problem("/api/v1/kwic?q=foo:bar", 400)) == "query.unknown_field");
    CHECK(kwic("source=Harbour+Times")["results"].empty());
    const auto tag = live().get("/api/v1/kwic?q=ferry").get_header_value("ETag");
    CHECK(live().get_again("/api/v1/kwic?q=ferry", tag).status == 304);
}
