// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/telling_terms.h"

#include "archive/base/limits.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

using namespace archive;
using namespace tests;

namespace {

TellingTerms told(const SmallArchive& archive, const SearchRequest& request) {
    const auto result = archive.searcher()->telling_terms(request, never());
    REQUIRE(result);
    return *result;
}

std::vector<std::string> labels(const TellingTerms& found) {
    std::vector<std::string> labels;
    for (const auto& term : found.terms) labels.push_back(term.label);
    return labels;
}

bool holds(const std::vector<std::string>& labels, const std::string& label) {
    return std::find(labels.begin(), labels.end(), label) != labels.end();
}

/// Thirty articles of a council, six of which are about a strike with pickets.
std::vector<Written> council() {
    std::vector<Written> all;
    for (int i = 0; i < 30; ++i) {
        Written one{.title = "Council " + std::to_string(i),
                    .body = "The council met in the hall and talked of roads.",
                    .date = "2024-01-" + std::to_string(10 + i % 20)};
        if (i < 6)
            one.body += " A strike of Zürich crews with pickets: picket " + std::to_string(i)
                        + ", no. 4711.";
        all.push_back(one);
    }
    return all;
}

}  // namespace

TEST_CASE("the words that tell a result from the rest are those of few other articles") {
    const SmallArchive archive(council());
    const auto found = told(archive, asking("strike"));
    CHECK(found.read == 6);
    CHECK_FALSE(found.partial);
    CHECK(found.total == BothCounts{6, 6});
    const auto words = labels(found);
    CHECK(holds(words, "pickets"));
    CHECK(holds(words, "Zürich"));
    CHECK_FALSE(holds(words, "council"));  // everybody's
    CHECK_FALSE(holds(words, "strike"));   // searched for
    CHECK_FALSE(holds(words, "4711"));     // a number
    REQUIRE_FALSE(found.terms.empty());
    CHECK(found.terms[0].articles == 6);
    CHECK(found.terms[0].archive == 6);
    CHECK(found.terms[0].score > 10.8);
}

TEST_CASE("a result that is the whole archive, or nothing, is told by no word") {
    const SmallArchive archive(council());
    CHECK(told(archive, asking("")).terms.empty());
    CHECK(told(archive, asking("nothinglikeit")).terms.empty());
    auto request = asking("strike");
    request.limit = 1;
    CHECK(told(archive, request).terms.size() == 1);
}

TEST_CASE("copies of one story do not make a word telling") {
    auto articles = council();
    for (int i = 0; i < 9; ++i) {
        articles.push_back({.title = "Strike of the lanterns",
                            .body = "A strike of gasworks.",
                            .date = "2024-02-01",
                            .story = "lantern"});
    }
    const SmallArchive archive(articles);
    const auto found = told(archive, asking("strike"));
    CHECK(found.read == 7);
    CHECK_FALSE(holds(labels(found), "gasworks"));
}

TEST_CASE("of more stories than one answer reads it says so") {
    std::vector<Written> many;
    for (std::size_t i = 0; i <= limits::telling_articles; ++i)
        many.push_back({.title = "Ferry", .date = "2024-01-01"});
    const auto found = told(SmallArchive(many), asking("ferry"));
    CHECK(found.read == limits::telling_articles);
    CHECK(found.partial);
}

TEST_CASE("words of a script without blanks are pairs of characters") {
    std::vector<Written> articles = council();
    for (int i = 0; i < 3; ++i) articles.push_back({.body = "渡轮服务恢复", .language = "zh"});
    const auto words = labels(told(SmallArchive(articles), asking("服务")));
    CHECK(holds(words, "渡轮"));
    CHECK_FALSE(holds(words, "渡"));
}

TEST_CASE("damaged tokens are told of as far as they can be read") {
    const SmallArchive archive(council());
    const auto tokens = archive.path() + "/segments/000001/tokens";
    const auto size = std::filesystem::file_size(tokens);
    std::ofstream(tokens, std::ios::binary) << std::string(size, '\x7f');
    const auto result = archive.searcher()->telling_terms(asking("strike"), never());
    REQUIRE(result);
    CHECK(result->total.articles == 6);
}
