// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/http/described.h"
#include "tests/http/harbour.h"

#include <doctest/doctest.h>

using tests::code;
using tests::described;
using tests::live;

namespace {

nlohmann::ordered_json changes(const std::string& query) {
    return described("/api/v1/changes", "/api/v1/changes?" + query);
}

}  // namespace

TEST_CASE("whoever keeps a copy learns what came since a revision") {
    const auto all = changes("since=0");
    CHECK(all["added"].size() == tests::harbour_articles().size());
    CHECK(all["changed"].empty());
    CHECK(all["removed"].empty());
    CHECK(all["revision"] == all["index"]["revision"]);
    const auto none = changes("since=" + all["revision"].dump());
    CHECK(none["added"].empty());
    CHECK(none["next"].is_null());
}

TEST_CASE("following next lists every change once") {
    std::size_t listed = 0;
    auto answer = changes("since=0&limit=10");
    for (;;) {
        listed += answer["added"].size();
        if (answer["next"].is_null()) break;
        answer = described("/api/v1/changes", answer["next"]);
    }
    CHECK(listed == tests::harbour_articles().size());
}

TEST_CASE("changes since nothing, since a word or since tomorrow are refused") {
    for (const char* query : {"", "?since=", "?since=yesterday", "?since=-1", "?since=999999",
                              "?since=0&cursor=1", "?since=1&cursor=1.5", "?since=0&limit=0"}) {
        CAPTURE(query);
        CHECK(code(live().problem(std::string("/api/v1/changes") + query, 400))
              == "parameter.bad_value");
    }
    CHECK(code(live().problem("/api/v1/changes?since=0&q=ferry", 400)) == "parameter.unknown");
}
