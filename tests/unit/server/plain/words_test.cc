// SPDX-License-Identifier: GPL-2.0-or-later
// Runs in the root of the source tree.
#include "server/plain/words.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <string>

namespace words = server::words;

namespace {

std::string text_of(const char* path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("the pages without scripts say what the page with scripts says") {
    auto header = text_of("server/plain/words.h");
    const auto alone = header.find("// said by these pages alone");
    REQUIRE(alone != std::string::npos);
    const auto page = text_of("web/strings.en.js") + text_of("web/strings.pages.en.js")
                      + text_of("web/index.html");
    // Sentences of JavaScript may be broken over lines: "… since ' + 'this …".
    const auto joined = std::regex_replace(page, std::regex("'\\s*\\+ '"), "");
    auto ours = header.substr(0, alone) + text_of("server/plain/words.cc");
    ours = std::regex_replace(ours, std::regex("\"\\s*\n\\s*\""), "");
    const std::regex text("(?:\\w+ =\\s+|Named\\{\"\\w+\", )\"([^\"]+)\"");
    std::size_t said = 0;
    for (std::sregex_iterator at(ours.begin(), ours.end(), text), end; at != end; ++at, ++said) {
        auto word = (*at)[1].str();
        word.erase(word.find_last_not_of(' ') + 1);
        word.erase(0, word.find_first_not_of(' '));
        CAPTURE(word);
        CHECK(joined.find(word) != std::string::npos);
    }
    CHECK(said > 120);
}

TEST_CASE("counts have their plural and their commas") {
    CHECK(words::stories(1) == "1 story");
    CHECK(words::stories(0) == "0 stories");
    CHECK(words::articles(1234567) == "1,234,567 articles");
    CHECK(words::number(999) == "999");
    CHECK(words::number(1000) == "1,000");
    CHECK(words::both({3, 1}) == "1 story, 3 articles");
    CHECK(words::holds(384, 1) == "384 articles from 1 source");
    CHECK(words::only_in_furniture(1) == "1 more article matches only in page furniture");
    CHECK(words::only_in_furniture(2000) == "2,000 more articles match only in page furniture");
    CHECK(words::result_of(3, 204) == "Result 3 of 204");
    CHECK(words::within_days(1) == "± 1 day, inferred");
}

TEST_CASE("how the dates of an archive are known is one sentence") {
    CHECK(words::date_mix({10, 68, 306})
          == "306 carry a date, 68 have one inferred, 10 have none.");
    CHECK(words::date_mix({0, 0, 1}) == "1 carries a date.");
}

TEST_CASE("what the server says of a fault becomes a sentence") {
    CHECK(words::as_sentence("from is later than to") == "From is later than to.");
    CHECK(words::as_sentence("\"x\" is no date") == "\"x\" is no date.");
    CHECK(words::as_sentence("Done!") == "Done!");
    CHECK(words::as_sentence("") == "");
}

TEST_CASE("kinds of clauses and filters have a word each") {
    CHECK(words::kind("org") == "organisation");
    CHECK(words::kind("certainty") == "date");
    CHECK(words::kind("date_basis") == "dates");
    CHECK(words::kind("some_later_kind") == "some later kind");
    CHECK(words::facet("person") == "People");
    for (auto i = 0; i <= static_cast<int>(archive::Basis::path); ++i)
        CHECK_FALSE(words::basis(static_cast<archive::Basis>(i)).empty());
}

TEST_CASE("a language has its English name, and an unknown code stands for itself") {
    CHECK(words::language("fr") == "French");
    CHECK(words::language("nb") == "Norwegian Bokmål");
    CHECK(words::language("qqz") == "qqz");
    CHECK(words::language(std::string(5000, 'x')).size() > 0);
}
