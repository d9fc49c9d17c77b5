// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases, distances, mentions and quotations as they are typed.
#include "tests/support/typed_queries.h"

using namespace archive;
using namespace tests;

TEST_CASE("phrases may be exact, and their words apart") {
    CHECK(tree("=\"a b\"") == Query{PhraseQuery{"a b", Where::text, Form::exact}, {}});
    CHECK(tree("\"a b\"~5") == Query{PhraseQuery{"a b", Where::text, Form::quoted, 5}, {}});
    check_understood({
        {"\"a b\" ~7", "\"a b\"~7"},
        {"headline:=\"a b\"~50 c", "headline:=\"a b\"~50 c"},
        {"“a b”~5 “c d”", "\"a b\"~5 \"c d\""},
        {"\"a b\" ~", "\"a b\""},
        {"\"a b\"~", "query.bad_number"},
        {"\"a b\"~0", "query.bad_number"},
        {"\"a b\"~51", "query.bad_number"},
        {"\"a b\"~x", "query.bad_number"},
    });
    CHECK(warnings("\"a b\" ~7") == "query.spaced_slop");
}

TEST_CASE("NEAR, ADJ and SAME bind tighter than AND, and to the left") {
    const auto word = [](const char* text) { return query_of(WordQuery{text}); };
    using Kind = NearQuery::Kind;
    CHECK(tree("a NEAR/5 b") == Query{NearQuery{Kind::near, 5, word("a"), word("b")}, {}});
    CHECK(tree("a pre/3 b") == Query{NearQuery{Kind::adjacent, 3, word("a"), word("b")}, {}});
    CHECK(tree("a SAME b") == Query{NearQuery{Kind::same, 10, word("a"), word("b")}, {}});
    CHECK(tree("a NEAR b ADJ c")
          == Query{NearQuery{Kind::adjacent, 10,
                             query_of(NearQuery{Kind::near, 10, word("a"), word("b")}), word("c")},
                   {}});
    check_understood({
        {"a b NEAR/5 c d", "a b NEAR/5 c d"},
        {"a OR b w/5 c OR d", "a OR b NEAR/5 c OR d"},
        {"a AND b Adj/5 c", "a b ADJ/5 c"},
        {"a n/5 b Near7 c", "a NEAR/5 b NEAR/7 c"},
        {"a P/5 b adj7 c", "a ADJ/5 b ADJ/7 c"},
        {"a w/p b", "a SAME b"},
        {"(a OR b) NEAR (\"c d\" OR e)", "(a OR b) NEAR/10 (\"c d\" OR e)"},
        {"a NEAR/2 (b NEAR/3 c)", "a NEAR/2 (b NEAR/3 c)"},
        {"(a NEAR/2 b) NEAR/3 c", "a NEAR/2 b NEAR/3 c"},
        {"-(a NEAR/2 b)", "-(a NEAR/2 b)"},
        {"headline:(a NEAR/2 b)", "headline:a NEAR/2 headline:b"},
        {"crime NEAR/5 @Person", "crime NEAR/5 @person"},
        {"a* NEAR b", "query.short_wildcard"},
        {"abc* NEAR =b SAME c~", "abc* NEAR/10 =b SAME c~1"},
        {"a NEAR/51 b", "query.bad_number"},
        {"a NEAR/0 b", "query.bad_number"},
        {"a w/60 b", "query.bad_number"},
        {"a ADJ/x b", "query.bad_number"},
        {"NEAR/5 b", "query.missing_operand"},
        {"a AND NEAR/5 b", "query.missing_operand"},
        {"a NEAR/5 NEAR/5 b", "query.missing_operand"},
        {"a NEAR/5 AND b", "query.missing_operand"},
        {"a NEAR/5 -b", "query.missing_operand"},
        {"-a NEAR/5 b", "query.missing_operand"},
        {"a NEAR/5 source:x", "query.missing_operand"},
        {"a NEAR/5 (b c)", "query.missing_operand"},
        {"a SAME (b OR has:author)", "query.missing_operand"},
        {"a NEAR/5 atleast2:b", "query.missing_operand"},
    });
}

TEST_CASE("mentions are counted of words, phrases and groups") {
    CHECK(tree("atleast3:ukraine") == Query{AtLeastQuery{3, query_of(WordQuery{"ukraine"})}, {}});
    check_understood({
        {"ATLEAST12:\"a b\" c", "atleast12:\"a b\" c"},
        {"atleast2:(a OR b*)", "query.short_wildcard"},
        {"atleast2:(a OR bcd*)", "atleast2:(a OR bcd*)"},
        {"atleast2:(a NEAR/3 b)", "atleast2:(a NEAR/3 b)"},
        {"atleast2:@org", "atleast2:(@org)"},
        {"headline:(atleast2:x)", "atleast2:(headline:x)"},
        {"-atleast2:=x", "-atleast2:=x"},
        {"atleast255:x", "atleast255:x"},
        {"atleast256:x", "query.bad_number"},
        {"atleast:x", "query.bad_number"},
        {"atleast0:x", "query.bad_number"},
        {"atleast2:", "query.empty_value"},
        {"atleast2:(a b)", "query.missing_operand"},
        {"atleast2:(source:x)", "query.missing_operand"},
        {"atleastx:y", "query.unknown_field"},
    });
}

TEST_CASE("a quoted name before words is that of the speaker") {
    CHECK(tree("said:\"Kim Jong Un\" x")
          == Query{SaidQuery{"Kim Jong Un", false, query_of(WordQuery{"x"})}, {}});
    check_understood({
        {"said:x y", "said:x y"},
        {"said:(a OR b)", "said:(a OR b)"},
        {"said:\"a b\"", "said:(\"a b\")"},
        {"said:\"a b\" AND c", "said:(\"a b\") c"},
        {"said:\"A B\" \"c d\" e", "said:\"A B\" \"c d\" e"},
        {"said:=\"A B\" (c -d)", "said:=\"A B\" (c -d)"},
        {"said:\"A B\" source:x", "said:(\"A B\") source:x"},
        {"said:\"a b\"~5 c", "said:(\"a b\"~5) c"},
        {"-said:x", "-said:x"},
        {"said:", "query.empty_value"},
        {"said:(source:x)", "query.missing_operand"},
        {"said:(a (b -c) OR d)", "said:((a b -c) OR d)"},
        {"said:(a -(b OR c))", "said:(a -(b OR c))"},
        {"said:(a NEAR/5 @person)", "said:(a NEAR/5 @person)"},
    });
}

TEST_CASE("nobody is asked for what was left out alone") {
    for (const char* text : {"said:(-a)", "said:(NOT a NOT b)", "said:(a OR -b)",
                             "said:(a -(b OR -c))", "said:(a (said:b))", "said:(a -source:x)"}) {
        CAPTURE(text);
        CHECK(understood(text) == "query.missing_operand");
    }
}
