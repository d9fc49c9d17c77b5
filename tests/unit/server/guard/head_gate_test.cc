// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/guard/head_gate.h"

#include <doctest/doctest.h>

#include <string>

using archive::Error;
using archive::ErrorCode;
using server::Progress;

namespace {

const server::HostNames hosts{"localhost:8080", "127.0.0.1:8080"};
const std::string host = "Host: localhost:8080\r\n";

/// The code a request is refused with, scanned and judged as the desk does it; nothing when it
/// passes.
std::optional<ErrorCode> refusal(const std::string& bytes, const server::GuardLimits& limits = {}) {
    std::size_t scanned = 0;
    const auto found = server::scan(bytes, scanned, limits);
    if (found.progress == Progress::refused) return found.refusal.code;
    REQUIRE(found.progress == Progress::complete);
    const auto verdict = server::judge(bytes.substr(0, found.length), hosts, limits);
    if (const auto* error = std::get_if<Error>(&verdict)) return error->code;
    return std::nullopt;
}

server::Head accepted(const std::string& bytes) {
    const auto verdict = server::judge(bytes, hosts, {});
    REQUIRE(std::holds_alternative<server::Head>(verdict));
    return std::get<server::Head>(verdict);
}

}  // namespace

TEST_CASE("a plain request passes with its parameters decoded") {
    const auto head =
        accepted("GET /api/v1/search?q=%22self+defence%22&limit=5 HTTP/1.1\r\n" + host + "\r\n");
    CHECK(head.method == "GET");
    CHECK(head.target.path == "/api/v1/search");
    REQUIRE(head.target.parameters.size() == 2);
    CHECK(head.target.parameters[0] == server::Parameter{"q", "\"self defence\""});
    CHECK(head.target.parameters[1] == server::Parameter{"limit", "5"});
    CHECK_FALSE(head.close);
}

TEST_CASE("a head that arrives byte by byte is complete with its last byte and not before") {
    const std::string bytes = "GET / HTTP/1.1\r\n" + host + "\r\n";
    std::size_t scanned = 0;
    for (std::size_t length = 1; length < bytes.size(); ++length) {
        CAPTURE(length);
        CHECK(server::scan(bytes.substr(0, length), scanned, {}).progress == Progress::incomplete);
    }
    const auto found = server::scan(bytes + "GET /next", scanned, {});
    CHECK(found.progress == Progress::complete);
    CHECK(found.length == bytes.size());
}

TEST_CASE("bytes that are no HTTP are refused before a line is complete") {
    for (const char* bytes : {"\x16\x03\x01\x02", "get / HTTP/1.1", " GET / HTTP/1.1",
                              "GET / HTTP/1.1\n", "GET / HTTP/1.1\rX", "GET /\x01 HTTP/1.1"}) {
        CAPTURE(bytes);
        CHECK(refusal(bytes) == ErrorCode::request_malformed);
    }
    CHECK(refusal(std::string("GET / HTTP/1.1\r\nX: a\0b\r\n\r\n", 26))
          == ErrorCode::request_malformed);
}

TEST_CASE("whatever makes the end of a request doubtful is refused") {
    for (const char* lines :
         {"Content-Length: 3\r\nContent-Length: 3\r\n",
          "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
          "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "Transfer-Encoding: chunked\r\n",
          "Content-Length: 5\r\n", "Content-Length: -1\r\n", "Content-Length: 0x5\r\n",
          "Content-Length: +5\r\n", "Content-Length: \r\n", "Content-Length: 1, 1\r\n",
          "Content-Length: 99999999999999999999999\r\n", "X : y\r\n", "X\r\n", " folded\r\n",
          ": y\r\n"}) {
        CAPTURE(lines);
        CHECK(refusal("GET / HTTP/1.1\r\n" + host + lines + "\r\n")
              == ErrorCode::request_malformed);
    }
    CHECK_FALSE(refusal("GET / HTTP/1.1\r\n" + host + "Content-Length: 0\r\n\r\n"));
}

TEST_CASE("a request line has three parts and a version that is spoken here") {
    for (const char* line : {"GET /", "GET / HTTP/1.1 x", "GET  / HTTP/1.1", "GET(/) / HTTP/1.1"}) {
        CAPTURE(line);
        CHECK(refusal(line + std::string("\r\n") + host + "\r\n") == ErrorCode::request_malformed);
    }
    for (const char* line :
         {"GET / HTTP/2.0", "GET / HTTP/0.9", "GET / http/1.1", "BREW / HTTP/1.1"}) {
        CAPTURE(line);
        CHECK(refusal(line + std::string("\r\n") + host + "\r\n")
              == ErrorCode::request_unsupported);
    }
}

TEST_CASE("exactly one host is needed and compared whole") {
    CHECK(refusal("GET / HTTP/1.1\r\n\r\n") == ErrorCode::request_malformed);
    CHECK(refusal("GET / HTTP/1.1\r\n" + host + host + "\r\n") == ErrorCode::request_malformed);
    for (const char* name : {"evil.example", "evil.example:8080", "127.0.0.1.evil.example:8080",
                             "127.0.0.1:1", "localhost", "localhost:80800", ""}) {
        CAPTURE(name);
        CHECK(refusal("GET / HTTP/1.1\r\nHost: " + std::string(name) + "\r\n\r\n")
              == ErrorCode::request_host);
    }
    CHECK_FALSE(refusal("GET / HTTP/1.1\r\nHost:  LocalHost:8080 \r\n\r\n"));
}

TEST_CASE("methods that change something are refused, the batch by what its body lacks") {
    for (const char* method : {"PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "POST"}) {
        CAPTURE(method);
        CHECK(refusal(method + std::string(" / HTTP/1.1\r\n") + host + "\r\n")
              == ErrorCode::request_method);
    }
    const std::string batch = "POST /api/v1/batch HTTP/1.1\r\n" + host;
    CHECK(refusal(batch + "\r\n") == ErrorCode::request_length_required);
    CHECK(refusal(batch + "Content-Length: 65537\r\n\r\n") == ErrorCode::request_body_too_large);
    CHECK(refusal(batch + "Content-Length: 99999999999999999999999\r\n\r\n")
          == ErrorCode::request_body_too_large);
    CHECK(refusal(batch + "Content-Length: 65536\r\n\r\n") == ErrorCode::request_malformed);
}

TEST_CASE("a batch is plain text of our own pages or of programs, and to its address only") {
    const std::string length = host + "Content-Length: 9\r\n";
    const std::string batch = "POST /api/v1/batch?from=2024 HTTP/1.1\r\n" + length;
    const auto head = accepted(batch + "Content-Type: Text/Plain; charset=utf-8\r\n\r\n");
    CHECK(head.method == "POST");
    CHECK(head.body_bytes == 9);
    CHECK(head.target.path == server::batch_path);
    CHECK(head.target.parameters.size() == 1);
    const std::string plain = "Content-Type: text/plain\r\n";
    CHECK_FALSE(refusal(batch + plain + "Origin: http://localhost:8080\r\n\r\n"));
    for (const char* origin : {"http://evil.example", "null", "https://localhost:8080"}) {
        CAPTURE(origin);
        CHECK(refusal(batch + plain + "Origin: " + origin + "\r\n\r\n")
              == ErrorCode::request_malformed);
    }
    CHECK(refusal(batch + "Content-Type: application/json\r\n\r\n")
          == ErrorCode::request_malformed);
    CHECK(refusal("POST /api/v1/search HTTP/1.1\r\n" + length + plain + "\r\n")
          == ErrorCode::request_method);
    CHECK(refusal("GET /api/v1/batch HTTP/1.1\r\n" + length + plain + "\r\n")
          == ErrorCode::request_malformed);
    CHECK(refusal("POST /api/v1/batch HTTP/1.1\r\n" + host + plain
                  + "Transfer-Encoding: chunked\r\n\r\n")
          == ErrorCode::request_length_required);
}

TEST_CASE("sizes beyond the limits are refused by name") {
    const auto get = [](const std::string& target) {
        return "GET " + target + " HTTP/1.1\r\n" + host + "\r\n";
    };
    CHECK(refusal(get("/" + std::string(1024, 'a'))) == ErrorCode::request_target_too_long);
    CHECK_FALSE(refusal(get("/" + std::string(1023, 'a'))));
    CHECK(refusal(get("/?q=" + std::string(8189, 'a'))) == ErrorCode::request_target_too_long);
    CHECK_FALSE(refusal(get("/?q=" + std::string(8188, 'a'))));
    CHECK(refusal("GET /" + std::string(9000, 'a')) == ErrorCode::request_target_too_long);

    std::string many = "GET / HTTP/1.1\r\n" + host;
    for (int i = 0; i < 100; ++i) many += "X: y\r\n";
    CHECK(refusal(many + "\r\n") == ErrorCode::request_head_too_large);
    CHECK(refusal("GET / HTTP/1.1\r\nX: " + std::string(16 * 1024, 'y'))
          == ErrorCode::request_head_too_large);
}

TEST_CASE("only the headers that handlers need get through, as they were sent") {
    const auto head = accepted("GET / HTTP/1.1\r\n" + host
                               + "Range: bytes=0-,0-\r\nREMOTE_ADDR: 6.6.6.6\r\nX-Forwarded-For: 6.6.6.6\r\n"
                                 "Expect: 100-continue\r\nAccept-Encoding: gzip\r\nAccept-Encoding: br\r\n"
                                 "If-None-Match: \"a%0d%0ab\"\r\n\r\n");
    CHECK(head.fields.size() == 3);
    CHECK(head.field("accept-encoding") == "gzip, br");
    CHECK(head.field("if-none-match") == "\"a%0d%0ab\"");
    CHECK(head.field("range").empty());
}

TEST_CASE("a connection ends when the client says so or speaks HTTP/1.0") {
    CHECK(accepted("GET / HTTP/1.1\r\n" + host + "Connection: keep-alive, Close\r\n\r\n").close);
    CHECK(accepted("GET / HTTP/1.0\r\n" + host + "\r\n").close);
    CHECK_FALSE(accepted("GET / HTTP/1.1\r\n" + host + "Connection: keep-alive\r\n\r\n").close);
}

TEST_CASE("a refusal never repeats what the client sent") {
    const auto verdict = server::judge("GET /%zzsecret HTTP/1.1\r\n" + host + "\r\n", hosts, {});
    REQUIRE(std::holds_alternative<Error>(verdict));
    CHECK(std::get<Error>(verdict).message.find("secret") == std::string::npos);
}
