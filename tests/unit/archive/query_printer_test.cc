// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_printer.h"

#include "archive/search/query_parser.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <random>
#include <string>

using namespace archive;

namespace {

const DayNumber today = day_number(std::chrono::sys_days(std::chrono::year(2024) / 11 / 30));

/// DATELINE_SEED repeats a run; else every run has the same seed, so that a failure stays.
unsigned seed() {
    const char* const given = std::getenv("DATELINE_SEED");
    return given == nullptr ? 20241130U : static_cast<unsigned>(std::strtoul(given, nullptr, 10));
}

/// Writes random queries: mostly by the grammar, with slips of the hand between.
class Typist {
public:
    explicit Typist(unsigned start) : random_(start) {}

    std::size_t below(std::size_t count) { return random_() % count; }

    std::string query(int depth) {
        std::string text = operand(depth);
        for (std::size_t more = below(4); more > 0; --more) text += joint() + operand(depth);
        return text;
    }

    std::string noise() {
        static constexpr std::array<const char*, 44> pieces{
            " ",       "(",       ")",        "\"",    "“",         "«",
            "»",       "-",       "|",        "\\",    "=",         "~",
            "*",       "?",       ":",        "/",     "!",         "[",
            "a",       "bcd",     "AND",      "OR",    "NOT",       "or",
            "NEAR/3",  "date:",   "2024",     "..",    "headline:", "in:furniture ",
            "person:", "source:", "é",        "–",     "\u00a0",    "語",
            "@org",    "w/5",     "has:date", "10:30", "http://",   ".",
            "'",       "+"};
        std::string text;
        for (std::size_t i = below(14) + 1; i > 0; --i) text += pieces[below(pieces.size())];
        return text;
    }

    std::string bytes() {
        std::string text;
        for (std::size_t i = below(40); i > 0; --i) text += static_cast<char>(below(256));
        return text;
    }

private:
    std::string joint() {
        static constexpr std::array<const char*, 9> joints{
            " ", " ", " AND ", " OR ", "|", "  ", " NEAR/3 ", " pre/4 ", " SAME "};
        return joints[below(joints.size())];
    }

    std::string operand(int depth) {
        if (depth > 0 && below(4) == 0) {
            static constexpr std::array<const char*, 8> before{
                "", "", "-", "headline:", "in:furniture ", "atleast2:", "said:", "said:\"A B\" "};
            return before[below(before.size())] + ("(" + query(depth - 1) + ")");
        }
        if (below(6) == 0) return (below(2) == 0 ? "-" : "NOT ") + operand(depth - 1);
        static constexpr std::array<const char*, 51> leaves{"kim",
                                                            "self-defence",
                                                            "U.S.",
                                                            "\"kim jong un\"",
                                                            "“a b”",
                                                            "=Keating",
                                                            "headline:kim",
                                                            "title:\"a b\"",
                                                            "lead:=X",
                                                            "body:x",
                                                            "caption:y",
                                                            "in:furniture z",
                                                            "source:bbc.co.uk",
                                                            "site:\"x y\"",
                                                            "byline:\"Jack \\\"J\\\" Kim\"",
                                                            "person:\"Kim Jong Un\"",
                                                            "place:=Seoul",
                                                            "org:org:nato",
                                                            "date:2024",
                                                            "date:7d",
                                                            "since:lastmonth",
                                                            "date:..2024-06-19",
                                                            "added:2024..",
                                                            "certainty:inferred",
                                                            "has:author",
                                                            "lacks:date",
                                                            "has:copies",
                                                            "words:200..800",
                                                            "copies:=3",
                                                            "story:b3k7q2m9x4t1c8va",
                                                            "quality:altered",
                                                            "\\AND",
                                                            "foo\\:bar\\*",
                                                            "10:30",
                                                            "http://x.y/~z?a",
                                                            "ukrain*",
                                                            "p?tin",
                                                            "lead:self-def*",
                                                            "ab\\*cd?e",
                                                            "puttin~",
                                                            "puttin~2",
                                                            "headline:o'brien~1",
                                                            "\"sanction* regime? now\"",
                                                            "\"a b\"~5",
                                                            "\"a b\" ~7",
                                                            "=\"a b\"",
                                                            "@person",
                                                            "atleast3:\"a b\"",
                                                            "atleast2:@org",
                                                            "said:\"A B\" c",
                                                            "said:\"A B\""};
        return leaves[below(leaves.size())];
    }

    std::mt19937 random_;
};

/// Whether `text` is refused in form, or understood in words that mean the same.
void check_echo(const std::string& text) {
    CAPTURE(text);
    const auto parsed = parse_query(text, {today, false});
    if (!parsed) {
        REQUIRE(parsed.error().place);
        CHECK(parsed.error().place->start <= parsed.error().place->end);
        CHECK_FALSE(parsed.error().message.empty());
        return;
    }
    const std::string echo = print_query(*parsed->root);
    CAPTURE(echo);
    const auto again = parse_query(echo, {today, false});
    REQUIRE(again);
    REQUIRE(*again->root == *parsed->root);
    REQUIRE(print_query(*again->root) == echo);
    for (const auto& clause : clauses_of(*parsed, text)) {
        CAPTURE(clause.without);
        REQUIRE(parse_query(clause.without, {today, false}));
    }
}

std::string print(QueryPointer query) {
    return print_query(*query);
}

}  // namespace

TEST_CASE("what was understood reads as people write it") {
    const auto echo = [](std::string_view text) {
        const auto parsed = parse_query(text, {today, false});
        REQUIRE(parsed);
        return print_query(*parsed->root);
    };
    CHECK(echo("“self defence” PERSON:\"Kim Jong Un\" date:2024-11")
          == "\"self defence\" person:\"Kim Jong Un\" date:2024-11");
    CHECK(echo("kim date:3m") == "kim date:2024-08-31..2024-11-30");
    CHECK(echo("a AND b | NOT c") == "(a b) OR -c");
    CHECK(echo("title:x in:furniture (y z)") == "headline:x in:furniture y in:furniture z");
}

TEST_CASE("filters of the request are printed as clauses of the typed query") {
    const auto typed = parse_query("kim OR putin", {today, false});
    REQUIRE(typed);
    const auto sources = any_of({query_of(FilterQuery{"source", "thestar.com.my"}),
                                 query_of(FilterQuery{"source", "The Straits Times"})});
    const auto lang = query_of(NotQuery{query_of(FilterQuery{"lang", "de"})});
    CHECK(print(all_of({typed->root, sources, lang}))
          == "(kim OR putin) (source:thestar.com.my OR source:\"The Straits Times\") -lang:de");
    CHECK(print(all_of({query_of(EverythingQuery{}), lang})) == "-lang:de");
    CHECK(print(all_of({})).empty());
}

TEST_CASE("random queries are refused, or echoed in words that mean the same") {
    const unsigned start = seed();
    MESSAGE("DATELINE_SEED=" << start);
    Typist typist(start);
    for (int i = 0; i < 4000; ++i) check_echo(typist.query(3));
    for (int i = 0; i < 8000; ++i) check_echo(typist.noise());
    for (int i = 0; i < 4000; ++i) check_echo(typist.bytes());
}
