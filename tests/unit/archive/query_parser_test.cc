// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_parser.h"

#include "archive/search/query_numbers.h"
#include "tests/support/typed_queries.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace archive;
using namespace tests;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

}  // namespace

TEST_CASE("words stand for all of them, and NOT binds before AND before OR") {
    CHECK(tree("kim putin") == *all_of({query_of(WordQuery{"kim"}), query_of(WordQuery{"putin"})}));
    check_understood({
        {"kim AND putin", "kim putin"},
        {"kim OR putin", "kim OR putin"},
        {"kim | putin", "kim OR putin"},
        {"kim|putin", "kim OR putin"},
        {"a b OR c", "(a b) OR c"},
        {"a OR b AND NOT c", "a OR (b -c)"},
        {"(a OR b) c", "(a OR b) c"},
        {"NOT (a OR b)", "-(a OR b)"},
        {"((((a))))", "a"},
        {"", ""},
        {"   ", ""},
    });
}

TEST_CASE("exclusion needs no other clause") {
    CHECK(tree("-ikea") == Query{NotQuery{query_of(WordQuery{"ikea"})}, {}});
    check_understood({
        {"NOT ikea", "-ikea"},
        {"-\"a b\"", "-\"a b\""},
        {"-(a b)", "-(a b)"},
        {"-source:bbc.co.uk", "-source:bbc.co.uk"},
        {"NOT NOT NOT a", "NOT NOT -a"},
    });
}

TEST_CASE("marks of direction around words say nothing and raise no warning") {
    for (const char* text : {"\u200f\"kim jong un\"", "\u202b\"kim jong un\"\u202c",
                             "\ufeff \"kim jong un\" \u200e", "\u2068\"kim jong un\"\u2069"}) {
        CAPTURE(text);
        CHECK(tree(text) == Query{PhraseQuery{"kim jong un"}, {}});
        CHECK(warnings(text).empty());
    }
}

TEST_CASE("every pair of quotation marks makes the same phrase") {
    for (const char* text : {"\"kim jong un\"", "“kim jong un”", "„kim jong un“", "«kim jong un»",
                             "»kim jong un«", "“kim jong un\"", "\" kim jong un \""}) {
        CAPTURE(text);
        CHECK(tree(text) == Query{PhraseQuery{"kim jong un"}, {}});
        CHECK(warnings(text).empty());
    }
    CHECK(understood("\"he said «no» twice\"") == "\"he said «no» twice\"");
}

TEST_CASE("a hyphen inside a word belongs to it, and one by itself is left out with a warning") {
    CHECK(tree("self-defence") == Query{WordQuery{"self-defence"}, {}});
    CHECK(warnings("self-defence").empty());
    for (const char* text : {"kim - putin", "kim -- putin", "kim -", "- kim", "\"New York\"-based",
                             "(kim)-putin", "kim – putin", "kim –putin"}) {
        CAPTURE(text);
        CHECK(warnings(text) == "query.stray_character");
        CHECK(understood(text).find('-') == std::string::npos);
    }
}

TEST_CASE("a zone holds for the word, phrase or group after it") {
    CHECK(tree("headline:kim") == Query{WordQuery{"kim", Form::stemmed, Where::headline}, {}});
    check_understood({
        {"title:kim", "headline:kim"},
        {"Lead:\"a b\"", "lead:\"a b\""},
        {"body:=Kim", "body:=Kim"},
        {"headline:(a OR \"b c\") d", "(headline:a OR headline:\"b c\") d"},
        {"headline:(a lead:b source:c) d", "headline:a lead:b source:c d"},
        {"in:furniture newsletter x", "in:furniture newsletter x"},
        {"IN:Furniture \"a b\"", "in:furniture \"a b\""},
        {"in:furniture (a OR b)", "in:furniture a OR in:furniture b"},
        {"-in:furniture x", "-in:furniture x"},
        {"headline:OR", "headline:\\OR"},
        {"headline:", "query.empty_value"},
        {"headline: x", "query.empty_value"},
        {"headline:()", "query.empty_value"},
        {"in:furniture", "query.missing_operand"},
        {"in:furniture source:x", "query.missing_operand"},
        {"in:headline x", "query.unknown_field"},
        {"in:xyz", "query.unknown_field"},
        {"in:", "query.empty_value"},
    });
}

TEST_CASE("fields of values keep what was typed under the name of the field") {
    CHECK(tree("byline:\"Jack Kim\"") == Query{FilterQuery{"author", "Jack Kim"}, {}});
    CHECK(tree("person:=“Kim Jong Un”") == Query{NameQuery{"person", "Kim Jong Un", true}, {}});
    check_understood({
        {"SOURCE:thestar.com.my", "source:thestar.com.my"},
        {"person:putin", "person:putin"},
        {"place:person:kim-jong-un", "place:person:kim-jong-un"},
        {"entity:=Jordan", "entity:=Jordan"},
        {"section:\"a \\\"b\\\"\"", "section:\"a \\\"b\\\"\""},
        {"tag:C++ x", "tag:C++ x"},
        {"id:b3k7q2m9x4t1c8va", "id:b3k7q2m9x4t1c8va"},
        {"certainty:Stated has:Author lacks:date", "certainty:stated has:author lacks:date"},
        {"source:", "query.empty_value"},
        {"source: x", "query.empty_value"},
        {"source:\"\"", "query.empty_value"},
        {"source:(a OR b)", "query.empty_value"},
        {"certainty:sure", "query.unknown_field"},
        {"has:nothing", "query.unknown_field"},
    });
}

TEST_CASE("what is no field by its form is text") {
    for (const char* text : {"10:30", "http://x.y/z?id=3&b=*", "https://bbc.co.uk/", "www.x.y/~a:b",
                             "bbc.co.uk:80", "3:16", "w/o", "AT&T", "km/h", "#metoo", "@afp"}) {
        CAPTURE(text);
        CHECK(tree(text) == Query{WordQuery{text}, {}});
        CHECK(warnings(text).empty());
    }
    CHECK(understood("Ukraine: what now") == "Ukraine what now");
    CHECK(warnings("Ukraine: what now") == "query.stray_character");
}

TEST_CASE("an unknown field is refused and the nearest names are offered") {
    const auto parsed = parse_query("kim hedline:bar", {typing_day, false});
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == ErrorCode::query_unknown_field);
    CHECK(parsed.error().message.find("headline:") != std::string::npos);
    CHECK(*parsed.error().place == Place{"q", 4, 11, "hedline", "headline:bar"});
    CHECK(understood("xyzzy:\"a b\"") == "query.unknown_field");
    const auto other = parse_query("intitle:bar", {typing_day, false});
    REQUIRE_FALSE(other);
    CHECK(other.error().place->hint == "headline:bar");
}

TEST_CASE("a date that cannot be read is refused at its value with a better one") {
    const auto parsed = parse_query("date:2024-13", {typing_day, false});
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == ErrorCode::query_bad_date);
    CHECK(parsed.error().message == "\"2024-13\" is not a month; months run 01 to 12");
    CHECK(*parsed.error().place == Place{"q", 5, 12, "2024-13", "date:2024-12"});

    const auto range = parse_query("é date:2024-06..2024-1", {typing_day, false});
    REQUIRE_FALSE(range);
    CHECK(*range.error().place == Place{"q", 16, 22, "2024-1", "date:2024-06..2024-01"});
}

TEST_CASE("a backslash makes a character literal") {
    CHECK(tree("\\-x") == Query{WordQuery{"-x"}, {}});
    CHECK(tree("\\AND") == Query{WordQuery{"AND"}, {}});
    CHECK(tree("foo\\:bar") == Query{WordQuery{"foo:bar"}, {}});
    CHECK(tree("\\\"x") == Query{WordQuery{"\"x"}, {}});
    CHECK(tree("\"a \\\"b\\\"\"") == Query{PhraseQuery{"a \"b\""}, {}});
    CHECK(tree("uk\\*") == Query{WordQuery{"uk*"}, {}});
    CHECK(warnings("kim\\") == "query.stray_character");
}

TEST_CASE("repairs warn, and strict refuses what they repair") {
    const Pairs repairs{
        {"\"kim jong un", "query.unclosed_quote"},
        {"(kim putin", "query.unclosed_group"},
        {"kim) putin", "query.unclosed_group"},
        {"kim or putin", "query.lowercase_operator"},
        {"not kim", "query.lowercase_operator"},
        {"kim and putin", "query.lowercase_operator"},
        {"kim near putin", "query.lowercase_operator"},
        {"kim ANDNOT putin", "query.lowercase_operator"},
        {"kim w/s putin", "query.lowercase_operator"},
        {"! kim", "query.stray_character"},
        {"!kim", "query.stray_character"},
        {"kim]", "query.stray_character"},
        {"/kim", "query.stray_character"},
        {"kim ()", "query.stray_character"},
        {"kim \"\"", "query.stray_character"},
        {"qui est kim ?", "query.stray_character"},
        {"who is kim?", "query.stray_character"},
    };
    for (const auto& repair : repairs) {
        CAPTURE(repair.first);
        CHECK(warnings(repair.first) == repair.second);
        CHECK(strictly(repair.first) == repair.second);
    }
    CHECK(strictly("\"a b\" ~7") == "query.spaced_slop");
    CHECK(understood("[kim /putin!") == "kim putin");
    CHECK(strictly("kim putin") == "kim putin");
}

TEST_CASE("an operator with a missing side is refused") {
    for (const char* text :
         {"AND x", "x AND", "OR x", "x OR", "x OR OR y", "x AND AND y", "NOT", "x NOT", "(x OR)",
          "| x", "AND", "x AND ()", "-()", "NEAR/5 x", "x NEAR/5", "x SAME", "x AND OR y"}) {
        CAPTURE(text);
        CHECK(understood(text) == "query.missing_operand");
    }
}

TEST_CASE("wildcards and fuzzy words keep what was typed") {
    CHECK(tree("ukrain*") == Query{PatternQuery{"ukrain*"}, {}});
    CHECK(tree("headline:p?tin") == Query{PatternQuery{"p?tin", Where::headline}, {}});
    CHECK(tree("puttin~2") == Query{FuzzyQuery{"puttin", 2}, {}});
    CHECK(tree("\"sanction* regime\"") == Query{PhraseQuery{"sanction* regime"}, {}});
    check_understood({
        {"-puttin~", "-puttin~2"},
        {"putin~ Zürich~", "putin~1 Zürich~2"},
        {"body:puttin~1", "body:puttin~1"},
        {"self-def*", "self-def*"},
        {"ukr*ne s?lf-defen?e", "ukr*ne s?lf-defen?e"},
        {"\"p?tin said\"", "\"p?tin said\""},
        {"\"who won? nobody\"", "\"who won  nobody\""},
        {"\"a \\* b\\?c\"", "\"a   b c\""},
        {"\"who won?? p??tin\"", "\"who won   p??tin\""},
        {"ab\\*cde*", "ab;cde*"},
        {"uk\\* who\\? x\\~1", "uk\\* who\\? x\\~1"},
        {"http://x.y/~z http://x.y/z*?a", "http://x.y/~z http://x.y/z*?a"},
        {"=ukrain* =puttin~1", "ukrain* puttin~1"},
        {"ukrain*~2", "ukrain*"},
        {"uk*", "query.short_wildcard"},
        {"self-de*", "query.short_wildcard"},
        {"*raine", "query.short_wildcard"},
        {"*", "query.short_wildcard"},
        {"p?", "p"},
        {"kim?, (putin?)", "kim\\?, putin"},
        {"uk?* ?kim", "query.short_wildcard"},
        {"ukra?* ?kim", "ukra?* ?kim"},
        {"สงคราม*", "สงคราม*"},
        {"สง*", "query.short_wildcard"},
        {"自衛権*", "query.short_wildcard"},
        {"\"sa* regime\"", "query.short_wildcard"},
        {"\"a * b\"", "query.short_wildcard"},
        {"puttin~3", "query.bad_number"},
        {"puttin~x", "query.bad_number"},
    });
    CHECK(warnings("=ukrain*") == "query.stray_character");
    CHECK(warnings("ukrain*~2") == "query.stray_character");
}

TEST_CASE("numbers are compared, or lie in a range that may be open at one end") {
    check_understood({
        {"words:>500", "words:>500"},
        {"words:200..800 copies:..5 copies:2..", "words:200..800 copies:..5 copies:2.."},
        {"WORDS:500 copies:=1 -copies:>=3", "words:500 copies:\"=1\" -copies:>=3"},
        {"words:\">500\"", "words:>500"},
        {"words:many", "query.bad_number"},
        {"words:>", "query.bad_number"},
        {"words:..", "query.bad_number"},
        {"words:=>5", "query.bad_number"},
        {"words:-5", "query.bad_number"},
        {"words:1234567890", "query.bad_number"},
        {"copies:2..x", "query.bad_number"},
        {"words:800..200", "query.reversed_range"},
        {"copies:", "query.empty_value"},
    });
    const auto reversed = read_number("words", "800..200");
    REQUIRE_FALSE(reversed);
    REQUIRE(reversed.error().place);
    CHECK(reversed.error().place->hint == "words:200..800");
    const auto span_of = [](const std::string& value) {
        const auto number = read_number("words", value);
        REQUIRE(number);
        return std::pair(number->least, number->most);
    };
    const auto open = NumberQuery::open_end;
    using Ends = std::pair<std::uint32_t, std::uint32_t>;
    CHECK(span_of("7") == Ends(7, 7));
    CHECK(span_of("=7") == Ends(7, 7));
    CHECK(span_of(">7") == Ends(8, open));
    CHECK(span_of(">=7") == Ends(7, open));
    CHECK(span_of("<7") == Ends(0, 6));
    CHECK(span_of("<0") == Ends(1, 0));
    CHECK(span_of("<=7") == Ends(0, 7));
    CHECK(span_of("3..7") == Ends(3, 7));
    CHECK(span_of("3..") == Ends(3, open));
    CHECK(span_of("..7") == Ends(0, 7));
}

TEST_CASE("stories, events and altered wording are asked for by one value") {
    check_understood({
        {"story:b3k7q2m9x4t1c8va", "story:b3k7q2m9x4t1c8va"},
        {"event:\"b3k7q2m9x4t1c8va\"", "event:b3k7q2m9x4t1c8va"},
        {"quality:Altered has:Copies lacks:event", "quality:altered has:copies lacks:event"},
        {"quality:bad", "query.unknown_field"},
        {"has:story", "query.unknown_field"},
        {"story:", "query.empty_value"},
    });
}

TEST_CASE("every limit is named when it is passed") {
    const auto message = [](const std::string& text) {
        const auto parsed = parse_query(text, {typing_day, false});
        return parsed ? std::string("read") : parsed.error().message;
    };
    CHECK(message(repeated("a ", 64)) == "read");
    CHECK(message(repeated("a ", 65)).find("64 terms") != std::string::npos);
    CHECK(message("\"" + repeated("a ", 32) + "\"") == "read");
    CHECK(message("\"" + repeated("a ", 33) + "\"").find("32 words") != std::string::npos);
    CHECK(message(repeated("(", 32) + "a" + repeated(")", 32)) == "read");
    CHECK(message(repeated("(", 33) + "a" + repeated(")", 33)).find("32 levels")
          != std::string::npos);
    CHECK(message(repeated("NOT ", 400) + "a").find("32 levels") != std::string::npos);
    CHECK(message("a" + repeated(" NEAR a", 16)) == "read");
    CHECK(message("a" + repeated(" SAME a", 17)).find("16 of NEAR, ADJ and SAME")
          != std::string::npos);
    CHECK(message(repeated("abc* ", 9)).find("8 wildcards") != std::string::npos);
    CHECK(message(repeated("a", 2000)) == "read");
    CHECK(message(repeated("a", 2001)).find("2000") != std::string::npos);
    CHECK(understood(repeated("a", 2001)) == "query.too_long");
    CHECK(understood(repeated("a ", 65)) == "query.too_complex");
}

TEST_CASE("bytes that are no text are refused where they stand") {
    for (const auto& text :
         {std::string("é\xff"), std::string("é\x01"), std::string("é\0", 3),
          std::string("é\xed\xa0\x80"), std::string("é\n"), std::string("é\xc2\x85")}) {
        const auto parsed = parse_query(text, {typing_day, false});
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == ErrorCode::query_bad_encoding);
        CHECK(parsed.error().place->start == 1);
    }
    CHECK(understood("a\u00a0b\u3000c") == "a b c");
}

TEST_CASE("spans count code points and cover the whole clause") {
    const std::string text = "“défense à” -in:furniture né headline:(ü)";
    const auto parsed = parse_query(text, {typing_day, false});
    REQUIRE(parsed);
    const auto clauses = clauses_of(*parsed, text);
    REQUIRE(clauses.size() == 3);
    const auto limits = [&](std::size_t i) {
        return std::pair(clauses[i].span.start, clauses[i].span.end);
    };
    CHECK(limits(0) == std::pair<std::size_t, std::size_t>(0, 11));
    CHECK(limits(1) == std::pair<std::size_t, std::size_t>(12, 28));
    CHECK(limits(2) == std::pair<std::size_t, std::size_t>(29, 41));
}
