// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_quick.h"

#include <doctest/doctest.h>

#include <optional>
#include <random>
#include <string>
#include <string_view>

namespace {

using indexer::parsed_quickly;
using nlohmann::json;

constexpr std::size_t levels = 8, values = 100;

std::optional<json> by_the_library(std::string_view text) {
    auto value = json::parse(text, nullptr, false);
    if (value.is_discarded()) return std::nullopt;
    return value;
}

}  // namespace

TEST_CASE("well-formed JSON has the values that the library gives it") {
    for (const char* const text :
         {R"({"title": "Ferry late", "text": "It was late.\n\n\"Again\", she said.", "n": [1, 2]})",
          R"( [ ] )", R"({})", R"("")", R"("é 日本 \u00e9 \ud83d\ude00 \u0000 \/ \b\f\n\r\t\\")",
          R"([0, 7, -7, 1.5, 1e3, 123456789012345678, 1234567890123456789, 18446744073709551615,
              -9223372036854775808, 0.1])",
          R"([true, false, null])", R"({"a": 1, "a": {"b": 2}, "": 3})", "\t42\r\n",
          R"("eight by eight, and then some more of it \" until the end")"}) {
        CAPTURE(text);
        const auto value = parsed_quickly(text, levels, values);
        const auto expected = by_the_library(text);
        REQUIRE(expected);
        REQUIRE(value);
        CHECK(*value == *expected);
        CHECK(value->dump() == expected->dump());
        CHECK(value->type() == expected->type());
    }
}

TEST_CASE("what the library refuses is left to the library") {
    using namespace std::string_view_literals;
    for (const auto text : {""sv,
                            "{"sv,
                            "[1,]"sv,
                            "[1 2]"sv,
                            "{\"a\" 1}"sv,
                            "{\"a\":}"sv,
                            "{a: 1}"sv,
                            "\"a"sv,
                            "\"a\nb\""sv,
                            "\"\\x\""sv,
                            "\"\\ud800\""sv,
                            "\"\\ude00\""sv,
                            "\"\\ud800\\u0041\""sv,
                            "\"\\u00g0\""sv,
                            "01"sv,
                            "1."sv,
                            "+1"sv,
                            "-"sv,
                            "tru"sv,
                            "1e999"sv,
                            "[] []"sv,
                            "\"\xff\""sv,
                            "\"\xc3\""sv,
                            "\"\xed\xa0\x80\""sv,
                            "nul"sv,
                            "\"a\0b\""sv,
                            "\x01"sv}) {
        CAPTURE(text);
        CHECK_FALSE(by_the_library(text));
        CHECK_FALSE(parsed_quickly(text, levels, values));
    }
}

TEST_CASE("more levels or values than allowed are left to those who count them") {
    CHECK(parsed_quickly("[[[]]]", 3, values));
    CHECK_FALSE(parsed_quickly("[[[[]]]]", 3, values));
    CHECK(parsed_quickly("[[], [[]]]", 3, values));
    CHECK(parsed_quickly("[1, 2, 3]", levels, 3));
    CHECK_FALSE(parsed_quickly("[1, 2, 3, 4]", levels, 3));
    CHECK_FALSE(parsed_quickly(R"({"a": [{"b": 1}]})", levels, 2));
}

TEST_CASE("damaged anywhere, JSON is either refused by both or read alike") {
    const std::string whole =
        R"({"id":"a-1","title":"Ferry \"late\" again","text":"It was\n\nlate.","n":[1,-2.5e1,true],)"
        R"("o":{"k":null,"é":"\u00e9"}})";
    std::mt19937 random(1);
    constexpr std::string_view bytes = "{}[]\",:\\u0189-+.eE tfn\n\x80\xc3";
    for (int round = 0; round < 20'000; ++round) {
        auto text = whole;
        for (auto times = random() % 3 + 1; times > 0; --times) {
            const auto at = random() % text.size();
            if (random() % 3 == 0)
                text.erase(at, random() % 4 + 1);
            else
                text[at] = bytes[random() % bytes.size()];
            if (text.empty()) text.assign(1, ' ');
        }
        CAPTURE(text);
        const auto value = parsed_quickly(text, 64, 1'000);
        const auto expected = by_the_library(text);
        if (value.has_value() != expected.has_value() || (value && *value != *expected))
            FAIL_CHECK("read in two ways");
    }
}
