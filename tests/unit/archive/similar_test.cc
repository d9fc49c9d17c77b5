// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/similar.h"

#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <string>

using namespace archive;
using namespace tests;

namespace {

/// The first letters of the ids, in order.
std::string similar(const SmallArchive& archive, const std::string& id, std::uint32_t limit = 10) {
    auto whole = id;
    whole.resize(16, '0');
    const auto rows = archive.searcher()->similar(whole, limit, never());
    REQUIRE(rows);
    std::string letters;
    for (const auto& row : *rows) letters += row.article.id.front();
    return letters;
}

std::vector<Written> harbour() {
    std::vector<Written> all{
        {.id = "a",
         .title = "Tunnel under the harbour floods again",
         .body = "Pumps failed in the tunnel and engineers blamed the seals.",
         .date = "2024-01-01",
         .story = "a"},
        {.id = "b",
         .title = "Tunnel under the harbour floods again",
         .body = "Pumps failed in the tunnel, and the engineers blamed its seals.",
         .date = "2024-01-02",
         .story = "a"},
        {.id = "c",
         .title = "Engineers inspect tunnel pumps",
         .body = "New seals were ordered for the flooded tunnel.",
         .date = "2024-03-01",
         .story = "c"},
        {.id = "d",
         .title = "Engineers inspect tunnel pumps",
         .body = "New seals were ordered for the flooded tunnel.",
         .date = "2024-03-02",
         .story = "c"},
        {.id = "e", .title = "Engineers dance", .body = "A ball was held.", .date = "2024-02-01"},
    };
    for (int i = 0; i < 20; ++i) {
        all.push_back({.id = "z" + std::to_string(i) + "z",
                       .title = "Council " + std::to_string(i),
                       .body = "The council met in the hall and talked of roads.",
                       .date = "2024-01-05"});
    }
    return all;
}

}  // namespace

TEST_CASE("similar articles share telling words, without the versions of the article itself") {
    const SmallArchive archive(harbour());
    const auto found = similar(archive, "a");
    REQUIRE_FALSE(found.empty());
    CHECK((found.front() == 'c' || found.front() == 'd'));
    CHECK(found.find('a') == std::string::npos);
    CHECK(found.find('b') == std::string::npos);
    CHECK(found.find('z') == std::string::npos);
    // Of the other story one article stands for both.
    CHECK(found.find_first_of("cd") == found.find_last_of("cd"));
    CHECK(similar(archive, "a", 1).size() == 1);
    CHECK(similar(archive, "a", 0).empty());
}

TEST_CASE("an article of words that nobody else uses has none that is similar") {
    auto articles = harbour();
    articles.push_back({.id = "q", .title = "Quixotry", .body = "Zymurgy and syzygy."});
    articles.push_back({.id = "y"});
    const SmallArchive archive(articles);
    CHECK(similar(archive, "q").empty());
    CHECK(similar(archive, "y").empty());
}

TEST_CASE("nothing is similar to an article that is not there") {
    const auto rows = SmallArchive(harbour()).searcher()->similar("nosuch", 10, never());
    REQUIRE_FALSE(rows);
    CHECK(rows.error().code == ErrorCode::article_not_found);
}
