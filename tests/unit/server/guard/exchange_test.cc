// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/guard/exchange.h"

#include "server/guard/limits.h"

#include <doctest/doctest.h>

#include <algorithm>

TEST_CASE("no address can end its quotation marks or its log line") {
    server::Head head;
    head.method = "GET";
    head.target.raw = "/x?q=\"a\\\n\x1b[31m\xff";
    server::Exchange exchange;
    exchange.head = &head;
    exchange.status = 200;
    const std::string line = server::log_line(exchange);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(line.find('\x1b') == std::string::npos);
    CHECK(line.find("target=\"/x?q=\\\"a") != std::string::npos);
    CHECK(line.back() == '"');
}

TEST_CASE("a refusal is logged by its code") {
    server::Exchange exchange;
    exchange.status = 421;
    exchange.refusal = archive::ErrorCode::request_host;
    CHECK(server::log_line(exchange).find("status=421") != std::string::npos);
    CHECK(server::log_line(exchange).find("refused=request.host") != std::string::npos);
}

TEST_CASE("every limit of the guard is explained once") {
    const auto rows = server::limit_rows({});
    CHECK(rows.size() == 19);
    for (const auto& row : rows) {
        CAPTURE(row.what);
        CHECK_FALSE(row.allowed.empty());
        CHECK(std::count_if(rows.begin(), rows.end(),
                            [&](const auto& other) { return other.what == row.what; })
              == 1);
    }
}
