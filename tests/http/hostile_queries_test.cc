// SPDX-License-Identifier: GPL-2.0-or-later
// Queries that nobody types by hand: each is answered, or refused before any work by the limit that
// it breaks. None is repaired into something else without a warning, and none ends the server.
#include "tests/http/described.h"
#include "tests/http/harbour.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using nlohmann::ordered_json;
using server::Parameter;
using tests::code;
using tests::live;

namespace {

std::string times(std::size_t count, std::string_view text) {
    std::string all;
    for (; count > 0; --count) all += text;
    return all;
}

struct Hostile {
    const char* what;
    std::string query;
    const char* code = "";  ///< of the refusal; empty when it is answered
};

/// Short enough for an address.
std::vector<Hostile> queries() {
    return {
        {"a thousand words", times(999, "a "), "query.too_complex"},
        {"a thousand alternatives", "a" + times(300, " OR a"), "query.too_complex"},
        {"one term too many", times(65, "a "), "query.too_complex"},
        {"as many terms as there may be", times(64, "a ")},
        {"deep groups", times(999, "(") + "a" + times(999, ")"), "query.too_complex"},
        {"deep groups that are never closed", times(1999, "("), "query.too_complex"},
        {"groups that were never opened", "a" + times(1900, ")")},
        {"conjunctions in groups", times(280, "(a AND "), "query.too_complex"},
        {"exclusions of exclusions", times(400, "NOT ") + "a", "query.too_complex"},
        {"fields in groups", times(300, "body:(") + "a", "query.too_complex"},
        {"quotations in groups", times(300, "said:(") + "a", "query.too_complex"},
        {"quotations that lack one in another", times(400, "said:(a -(") + "b", "query.too_long"},
        {"a short wildcard again and again", times(50, "w1* "), "query.short_wildcard"},
        {"one wildcard too many", times(9, "fer* "), "query.too_complex"},
        {"wide wildcards", times(8, "the* ")},
        {"stars alone", times(900, "* "), "query.short_wildcard"},
        {"stars in a row", "fer" + times(1900, "*")},
        {"open letters in a row", "fer" + times(900, "?") + "ry"},
        {"stars between letters", "fer" + times(900, "*a")},
        {"fuzzy words", times(9, "ferry~2 "), "query.too_complex"},
        {"a long phrase", "\"" + times(33, "a ") + "\"", "query.too_complex"},
        {"a phrase of common words, any order", "\"" + times(32, "the ") + "\"~50"},
        {"everything near everything", "the" + times(16, " NEAR/50 the")},
        {"one more of it", "the" + times(17, " NEAR/50 the"), "query.too_complex"},
        {"everything in one paragraph", "(a OR the)" + times(16, " SAME (of OR in)")},
        {"many mentions of everything", times(30, "atleast255:@person ")},
        {"all of it said", "said:(" + times(60, "the ") + ")"},
        {"a long word", times(1999, "x")},
        {"a long word with hyphens", "a" + times(900, "-a"), "query.too_complex"},
        {"many accents on a letter", "e" + times(900, "\u0301")},
        {"hyphens", times(1999, "-")},
        {"quotation marks", times(1001, "\"")},
        {"backslashes", times(1999, "\\")},
        {"colons", times(1999, ":")},
        {"operators alone", times(400, "AND "), "query.missing_operand"},
        {"a number beyond all", "words:>" + times(400, "9"), "query.bad_number"},
        {"a year beyond all", "date:" + times(400, "9"), "query.bad_date"},
        {"a field that is a word", times(900, "x:") + "x", "query.unknown_field"},
        {"a byte too many", times(2001, "x"), "query.too_long"},
        {"bytes that are no text", "ferry \x01", "query.bad_encoding"},
    };
}

ordered_json asked(const std::string& query) {
    const std::vector<Parameter> parameters{{"q", query}};
    const auto answer = live().get(server::address_of("/api/v1/search", parameters));
    auto body = ordered_json::parse(answer.body);
    CHECK(answer.status == (body.contains("total") ? 200 : 400));
    return body;
}

}  // namespace

TEST_CASE("a query made to hurt is answered, or refused by its limit") {
    for (const auto& hostile : queries()) {
        CAPTURE(hostile.what);
        const auto answer = asked(hostile.query);
        if (*hostile.code == '\0')
            CHECK(answer.contains("total"));
        else
            CHECK(answer["code"] == hostile.code);
    }
    CHECK(asked("ferry")["total"]["articles"] == 4);
}

TEST_CASE("a query that fits no address is refused by its length") {
    for (const auto& query : {times(10'000, "a%20OR%20") + "a", times(100'000, "(a%20AND%20"),
                              times(1'000'000, "x"), times(300'000, "w1*+")}) {
        CAPTURE(query.size());
        const auto answer = live().get("/api/v1/search?q=" + query);
        CHECK(answer.status == 414);
        CHECK(ordered_json::parse(answer.body)["code"] == "request.target_too_long");
    }
    for (const auto& line : {times(10'000, "a OR ") + "a", times(9'000, "(a AND ")}) {
        CAPTURE(line.size());
        const auto row = ordered_json::parse(live().post("/api/v1/batch", line).body);
        CHECK(row["problem"]["code"] == "query.too_long");
    }
    CHECK(asked("ferry")["total"]["articles"] == 4);
}
