// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/quotations.h"

#include "tests/unit/indexer/names/linked.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

using tests::MarkedArticle;

namespace {

std::string quotes(std::string_view marked) {
    return MarkedArticle(marked).quotes();
}

struct Row {
    const char* marked;
    const char* quotes;
};

}  // namespace

TEST_CASE("the subject of the verb of saying is the speaker") {
    for (const auto& row : {
             Row{"\"The pier will be rebuilt,\" {p Ann Lee} said.",
                 "person ann lee: \"The pier will be rebuilt,\""},
             Row{"\"The pier will be rebuilt,\" said the mayor, {p Ann Lee} of {l Northport}.",
                 "person ann lee: \"The pier will be rebuilt,\""},
             Row{"{p Ann Lee} said: \"The pier will be rebuilt.\"",
                 "person ann lee: \"The pier will be rebuilt.\""},
             Row{"{p Ann Lee} met {p Bo Chu} on Friday and said \"the pier will be rebuilt\".",
                 "person ann lee: \"the pier will be rebuilt\""},
             Row{"{p Ann Lee}, speaking to {p Bo Chu}, said \"the pier will be rebuilt\".",
                 "person ann lee: \"the pier will be rebuilt\""},
             Row{"\"The pier will be rebuilt,\" {p Ann Lee} (D-Northport) said.",
                 "person ann lee: \"The pier will be rebuilt,\""},
             Row{"It was painted by {o Lantern Works}, which said it was \"sorry for all of it\".",
                 "org lantern works: \"sorry for all of it\""},
             Row{"{p Lee}'s deputy, {p Bo Chu}, said \"the pier will be rebuilt\".",
                 "person bo chu: \"the pier will be rebuilt\""},
             Row{"\"Will it be rebuilt?\" {p Ann Lee} asked.",
                 "person ann lee: \"Will it be rebuilt?\""},
             Row{"\"The pier will be rebuilt,\" according to {p Ann Lee}.",
                 "person ann lee: \"The pier will be rebuilt,\""},
             Row{"\"The pier will be rebuilt.\" \xE2\x80\x94 {p Ann Lee}",
                 "person ann lee: \"The pier will be rebuilt.\""},
             Row{"{p Ann Lee} was asked whether \"the pier will be rebuilt\" by {p Bo Chu}.",
                 "person ann lee: \"the pier will be rebuilt\""},
             Row{"\"The pier will be rebuilt,\" a spokesman for {p Ann Lee} said.",
                 "nobody: \"The pier will be rebuilt,\""},
         }) {
        CHECK(quotes(row.marked) == row.quotes);
    }
}

TEST_CASE("an agency passes on what a person says") {
    for (const auto& row : {
             Row{"{p Ann Lee} said \"the pier will be rebuilt\", KCNA reported.",
                 "person ann lee via org kcna: \"the pier will be rebuilt\""},
             Row{"\"The pier will be rebuilt,\" KCNA quoted {p Ann Lee} as saying.",
                 "person ann lee via org kcna: \"The pier will be rebuilt,\""},
             Row{"\"The pier will be rebuilt,\" {p Ann Lee} said, according to KCNA.",
                 "person ann lee via org kcna: \"The pier will be rebuilt,\""},
             Row{"\"The pier will be rebuilt,\" {p Ann Lee} was quoted as saying by papers.",
                 "person ann lee: \"The pier will be rebuilt,\""},
             Row{"\"The pier will be rebuilt,\" KCNA reported.",
                 "org kcna: \"The pier will be rebuilt,\""},
         }) {
        CHECK(quotes(row.marked) == row.quotes);
    }
}

TEST_CASE("he and she are whom the sentence before is about") {
    for (const auto& row : {
             Row{"{p Bo Chu} stayed away. According to {p Ann Lee}, the pier is old. \"The pier "
                 "will be "
                 "rebuilt,\" she said.",
                 "person ann lee: \"The pier will be rebuilt,\""},
             Row{"{p Ann Lee} met {p Bo Chu}. \"The pier will be rebuilt,\" she said.",
                 "person ann lee: \"The pier will be rebuilt,\""},
             Row{"{p Ann Lee} met {p Bo Chu}. She called it a \"very great day\".",
                 "person ann lee: \"very great day\""},
             Row{"\"The pier will be rebuilt,\" {p Ann Lee} told {p Bo Chu}. \"It is time now,\" "
                 "she "
                 "added.",
                 "person ann lee: \"The pier will be rebuilt,\"\nperson ann lee: \"It is time "
                 "now,\""},
             Row{"\"The pier will be rebuilt,\" they said.",
                 "nobody: \"The pier will be rebuilt,\""},
         }) {
        CHECK(quotes(row.marked) == row.quotes);
    }
}

TEST_CASE("a quotation goes on where nobody else speaks") {
    CHECK(quotes("\"The pier will be rebuilt,\" {p Ann Lee} said. \"It is time now.\"")
          == "person ann lee: \"The pier will be rebuilt,\"\nperson ann lee: \"It is time now.\"");
    CHECK(quotes("{p Ann Lee} said: \"The pier will be rebuilt.\n\"It is time now.\"")
          == "person ann lee: \"The pier will be rebuilt.\nperson ann lee: \"It is time now.\"");
}

TEST_CASE("a title in marks is not said by whoever is named before it") {
    CHECK(quotes("{p Ann Lee} sailed on \"The Old Pier Lady\" for years.")
          == "nobody: \"The Old Pier Lady\"");
    CHECK(quotes("{p Ann Lee} deplored \"acts that nobody can forgive\" in the port.")
          == "person ann lee: \"acts that nobody can forgive\"");
}

TEST_CASE("the place of an office is not who speaks") {
    CHECK(quotes("President of Kenya {p Ann Lee} said: \"The pier will be rebuilt.\"")
          == "person ann lee: \"The pier will be rebuilt.\"");
}

TEST_CASE("single marks are quotation marks where they come in pairs") {
    for (const auto& row : {
             Row{"'The pier will be rebuilt,' {p Ann Lee} said.",
                 "person ann lee: 'The pier will be rebuilt,'"},
             Row{"{p Ann Lee} said 'the pier will be rebuilt'.",
                 "person ann lee: 'the pier will be rebuilt'"},
             Row{"\xE2\x80\x98We\xE2\x80\x99ll rebuild the pier,\xE2\x80\x99 {p Ann Lee} said.",
                 "person ann lee: \xE2\x80\x98We\xE2\x80\x99ll rebuild the pier,\xE2\x80\x99"},
             Row{"'The ports' owners will rebuild,' {p Ann Lee} said.",
                 "person ann lee: 'The ports' owners will rebuild,'"},
             Row{"'He called it \"a great pier\" at once,' {p Ann Lee} said.",
                 "person ann lee: 'He called it \"a great pier\" at once,'"},
             Row{"\"He called it 'a very great pier' at once,\" {p Ann Lee} said.",
                 "person ann lee: \"He called it 'a very great pier' at once,\""},
             Row{"{p Ann Lee} said: 'The pier will be rebuilt'",
                 "person ann lee: 'The pier will be rebuilt'"},
         }) {
        CHECK(quotes(row.marked) == row.quotes);
    }
}

TEST_CASE("single marks are those of titles where double ones quote") {
    CHECK(quotes("'Be the voice of it.'\n\"The pier will be rebuilt,\" {p Ann Lee} said.")
          == "person ann lee: \"The pier will be rebuilt,\"");
}

TEST_CASE("apostrophes open no quotation") {
    for (const auto* const marked : {
             "{p Ann Lee} said the ports' owners and the workers' wives, all of them, left.",
             "{p Ann Lee} said of the '90s that the ships' crews, all of them, left.",
             "{p Ann Lee} told 'em that the ships' crews, all of them, left.",
             "{p Ann Lee} said the 'great' pier was the workers', not hers.",
             "{p Ann Lee} said rock 'n' roll was the sailors', not hers.",
         }) {
        CHECK(quotes(marked) == "");
    }
}

TEST_CASE("two words in marks are no quotation") {
    CHECK(quotes("{p Ann Lee} said the \"great pier\" would stay.").empty());
}

TEST_CASE("marks without an end and endless verbs take no longer than their length asks for") {
    const auto began = std::chrono::steady_clock::now();
    std::string marks, verbs, names, apostrophes;
    for (int i = 0; i < 100'000; ++i) {
        marks += "\xE2\x80\x9C word one two ";
        verbs += "said ";
        apostrophes += "'word ports' word ";
        names += "Kenya said \"one two three four\" and ";
    }
    CHECK_FALSE(quotes(marks).empty());
    CHECK(quotes(verbs).empty());
    CHECK(quotes(apostrophes).empty());
    CHECK_FALSE(quotes(names).empty());
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(60));
}
