// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/guard/target.h"

#include <doctest/doctest.h>

using archive::ErrorCode;
using server::read_target;

TEST_CASE("a path is cut at its slashes before it is decoded") {
    const auto target = read_target("/entities/org%3Aac%2Fdc", {});
    REQUIRE(target);
    CHECK(target->segments == std::vector<std::string>{"entities", "org:ac/dc"});
    CHECK(target->path == "/entities/org:ac/dc");
}

TEST_CASE("the root is one empty segment") {
    const auto target = read_target("/", {});
    REQUIRE(target);
    CHECK(target->segments == std::vector<std::string>{""});
    CHECK(target->parameters.empty());
}

TEST_CASE("parameters keep their order and repetitions, and need no value") {
    const auto target = read_target("/x?source=a&-source=b&&source=c%3D&plain&e=", {});
    REQUIRE(target);
    CHECK(target->parameters
          == std::vector<server::Parameter>{
              {"source", "a"}, {"-source", "b"}, {"source", "c="}, {"plain", ""}, {"e", ""}});
}

TEST_CASE("a second question mark belongs to the query") {
    const auto target = read_target("/x?q=who?", {});
    REQUIRE(target);
    CHECK(target->parameters[0].value == "who?");
}

TEST_CASE("bytes above ASCII stand for themselves when they are UTF-8") {
    const auto target = read_target(
        "/x?q=\xc5\x81\xc3\xb3"
        "d%C5%BA",
        {});
    REQUIRE(target);
    CHECK(target->parameters[0].value == "\xc5\x81\xc3\xb3" "d\xc5\xba");
}

TEST_CASE("addresses that two readers could understand in two ways are refused") {
    for (const char* raw :
         {"", "x", "http://localhost/", "*", "/a b", "/a#b", "/%", "/%4", "/%zz", "/%00", "/a%0db",
          "/%ff", "/x?a=%zz", "/x?a=%", "/x?a=%00", "/x?a=%ff", "/x?%ff=1", "/x?%00=1", "/\xff"}) {
        CAPTURE(raw);
        const auto target = read_target(raw, {});
        REQUIRE_FALSE(target);
        CHECK(target.error().code == ErrorCode::request_malformed);
    }
}

TEST_CASE("bytes of q that are no text have the code of the query language and a place") {
    const auto target = read_target("/api/v1/search?q=%ff", {});
    REQUIRE_FALSE(target);
    CHECK(target.error().code == ErrorCode::query_bad_encoding);
    REQUIRE(target.error().place);
    CHECK(target.error().place->parameter == "q");
}

TEST_CASE("a control character of a query is called one, and where it stands is told") {
    const auto target = read_target("/api/v1/search?q=a%00b", {});
    REQUIRE_FALSE(target);
    CHECK(target.error().code == ErrorCode::query_bad_encoding);
    CHECK(target.error().message.find("control character") != std::string::npos);
    REQUIRE(target.error().place);
    CHECK(target.error().place->start == 1);
    CHECK(target.error().place->end == 2);
    const auto other = read_target("/api/v1/search?source=a%00b", {});
    REQUIRE_FALSE(other);
    CHECK(other.error().message == "the value of \"source\" holds a NUL");
}

TEST_CASE("as many parameters pass as the limit says and one more does not") {
    const server::GuardLimits limits;
    std::string raw = "/x?";
    for (std::size_t i = 0; i < limits.parameters; ++i) raw += "&a=" + std::to_string(i);
    CHECK(raw.size() < limits.target_bytes);
    CHECK(read_target(raw, limits));
    CHECK_FALSE(read_target(raw + "&a=1", limits));
}

TEST_CASE("what is encoded comes back when decoded") {
    const std::string text = "person:\"kim jong un\" & 100% +/?#\xc3\xa9";
    const auto back = server::percent_decoded(server::percent_encoded(text), true);
    REQUIRE(back);
    CHECK(*back == text);
}
