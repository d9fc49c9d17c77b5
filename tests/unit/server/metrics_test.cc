// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/metrics.h"

#include "archive/base/text.h"

#include <doctest/doctest.h>

using std::chrono::microseconds;

TEST_CASE("requests are counted by route and code, and their times fall into cumulative buckets") {
    server::Metrics metrics;
    metrics.request("search", 200, microseconds(800));
    metrics.request("search", 200, microseconds(4'000));
    metrics.request("search", 400, microseconds(9'000'000));
    const std::string text = metrics.text({});
    CHECK(text.find("dateline_http_requests_total{route=\"search\",code=\"200\"} 2\n")
          != std::string::npos);
    CHECK(text.find("dateline_http_requests_total{route=\"search\",code=\"400\"} 1\n")
          != std::string::npos);
    const auto bucket = [&](const std::string& bound) {
        const std::string start =
            "dateline_http_request_duration_seconds_bucket{route=\"search\",le=\"" + bound + "\"} ";
        const auto at = text.find(start);
        REQUIRE(at != std::string::npos);
        return text[at + start.size()];
    };
    CHECK(bucket("0.001") == '1');
    CHECK(bucket("0.0025") == '1');
    CHECK(bucket("0.005") == '2');
    CHECK(bucket("5") == '2');
    CHECK(bucket("+Inf") == '3');
}

TEST_CASE("every line is a comment or a name with a number, and each name is described once") {
    server::Metrics metrics;
    metrics.request("page", 200, microseconds(10));
    metrics.query_rejected("query.bad_date");
    metrics.revision("followed");
    const std::string text =
        metrics.text({{"dateline_build_info", "The program.", 1, "gauge", "version=\"1\""}});
    for (const auto line : archive::split(text, '\n')) {
        if (line.empty() || line.starts_with("# HELP ") || line.starts_with("# TYPE ")) continue;
        CAPTURE(line);
        const auto blank = line.rfind(' ');
        REQUIRE(blank != std::string_view::npos);
        CHECK(line.substr(blank + 1).find_first_not_of("0123456789.e+-") == std::string_view::npos);
    }
    CHECK(text.find("dateline_queries_rejected_total{reason=\"query.bad_date\"} 1\n")
          != std::string::npos);
    CHECK(text.find("dateline_revisions_followed_total{result=\"followed\"} 1\n")
          != std::string::npos);
    CHECK(text.find("dateline_build_info{version=\"1\"} 1\n") != std::string::npos);
}
