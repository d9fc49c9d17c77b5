// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_parser.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace archive;

namespace {

const DayNumber today = day_number(std::chrono::sys_days(std::chrono::year(2024) / 11 / 30));

std::vector<Clause> clauses(std::string_view text) {
    const auto parsed = parse_query(text, {today, false});
    REQUIRE(parsed);
    return clauses_of(*parsed, text);
}

/// "kind label" of every clause, and what is left without it.
std::vector<std::string> receipt(std::string_view text) {
    std::vector<std::string> lines;
    for (const auto& clause : clauses(text))
        lines.push_back(clause.kind + " " + clause.label + " / " + clause.without);
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("each operand of the top level is a clause") {
    const std::string text = R"("self defence" person:"kim jong un" date:2024-11)";
    CHECK(receipt(text)
          == Lines{R"(phrase self defence / person:"kim jong un" date:2024-11)",
                   R"(person kim jong un / "self defence" date:2024-11)",
                   R"(date 2024-11 / "self defence" person:"kim jong un")"});
    const auto all = clauses(text);
    CHECK(all[1].span.start == 15);
    CHECK(all[1].span.end == 35);
    CHECK(*all[2].query == *clauses("date:2024-11")[0].query);
}

TEST_CASE("a query without a top-level AND is one clause") {
    CHECK(receipt("a OR (b OR c)") == Lines{"group a OR b OR c / "});
    CHECK(receipt("(kim)") == Lines{"word kim / "});
    CHECK(receipt("").empty());
    CHECK(receipt("!!!").empty());
}

TEST_CASE("the kind of an excluded clause is that of what it excludes") {
    CHECK(receipt("-source:x =Kim has:date certainty:none headline:a")[0].substr(0, 16)
          == "filter -source:x");
    CHECK(clauses("=Kim")[0].kind == "exact");
    CHECK(clauses("lacks:date")[0].kind == "has");
    CHECK(clauses("has:copies")[0].kind == "has");
    CHECK(receipt("copies:>3 -words:..200 story:abc quality:altered")
          == Lines{"number copies:>3 / -words:..200 story:abc quality:altered",
                   "number -words:..200 / copies:>3 story:abc quality:altered",
                   "filter story:abc / copies:>3 -words:..200 quality:altered",
                   "filter quality:altered / copies:>3 -words:..200 story:abc"});
    CHECK(clauses("headline:\"a b\"")[0].kind == "zone");
    CHECK(clauses("-(a b)")[0].kind == "group");
    CHECK(clauses("since:2024")[0].label == "since:2024");
}

TEST_CASE("the kind of a clause says which form of words it is") {
    CHECK(receipt("ferr* puttin~ =\"a b\" \"a b\"~5 body:ferr*")
          == Lines{"wildcard ferr* / puttin~ =\"a b\" \"a b\"~5 body:ferr*",
                   "fuzzy puttin~2 / ferr* =\"a b\" \"a b\"~5 body:ferr*",
                   "exact =\"a b\" / ferr* puttin~ \"a b\"~5 body:ferr*",
                   "near \"a b\"~5 / ferr* puttin~ =\"a b\" body:ferr*",
                   "zone body:ferr* / ferr* puttin~ =\"a b\" \"a b\"~5"});
    CHECK(receipt("a NEAR/5 b c SAME d atleast3:e @org said:f")
          == Lines{"near a NEAR/5 b / c SAME d atleast3:e @org said:f",
                   "same c SAME d / a NEAR/5 b atleast3:e @org said:f",
                   "atleast atleast3:e / a NEAR/5 b c SAME d @org said:f",
                   "org @org / a NEAR/5 b c SAME d atleast3:e said:f",
                   "said said:f / a NEAR/5 b c SAME d atleast3:e @org"});
    CHECK(receipt("-(a NEAR b) said:\"A B\" c d")
          == Lines{"near -(a NEAR/10 b) / said:\"A B\" c d", "said said:\"A B\" c / -(a NEAR b) d",
                   "word d / -(a NEAR b) said:\"A B\" c"});
    // without the word a name would be the words that are said
    CHECK(receipt("said:\"A B\" AND c d")[1] == "word c / said:(\"A B\") d");
}

TEST_CASE("taking a clause out takes its operator and double blanks along") {
    CHECK(receipt("a AND b AND c")
          == Lines{"word a / b AND c", "word b / a AND c", "word c / a AND b"});
    CHECK(receipt("a AND NOT b") == Lines{"word a / NOT b", "word -b / a"});
    CHECK(receipt("(a b) c") == Lines{"word a / (b) c", "word b / (a) c", "word c / (a b)"});
    CHECK(receipt("BRAND x y")[1] == "word x / BRAND y");
}

TEST_CASE("a relative date stays relative in what is left") {
    CHECK(receipt("kim date:7d")[0] == "word kim / date:7d");
}

TEST_CASE("what is left always means the other clauses") {
    for (const char* text : {"(a b", "a \"b c", "a) b (c", "! a [b] c", "a ( b AND (c) ) d",
                             "in:furniture (a b) c", "headline:(a (b c) -d) e", "a AND (b AND c)",
                             "“a” „b“ «c»", "a \"\" b", "a AND -b AND \"c\" - d"}) {
        CAPTURE(text);
        const auto all = clauses(text);
        for (std::size_t i = 0; i < all.size(); ++i) {
            std::vector<QueryPointer> others;
            for (std::size_t j = 0; j < all.size(); ++j) {
                if (j != i) others.push_back(all[j].query);
            }
            CAPTURE(all[i].without);
            const auto left = parse_query(all[i].without, {today, false});
            REQUIRE(left);
            CHECK(*left->root == *all_of(others));
        }
    }
}
