// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/letter_edits.h"
#include "archive/search/word_outlines.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <numeric>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace archive;
using namespace tests;

namespace {

using Letters = std::vector<std::string>;

std::string random_letter(std::mt19937& random) {
    static const Letters letters{"a", "b", "z", "é", "ж", "7", "o"};
    return letters[random() % letters.size()];
}

Letters random_word(std::mt19937& random) {
    const bool endless = random() % 16 == 0;  // longer than an outline counts
    Letters word((endless ? 60 : 0) + random() % 9);
    for (auto& letter : word) letter = random_letter(random);
    return word;
}

/// `word` with one slip.
Letters slipped(Letters word, std::mt19937& random) {
    const auto at = word.begin() + static_cast<std::ptrdiff_t>(random() % (word.size() + 1));
    switch (word.end() - at < 2 ? 0 : random() % 4) {
        case 0: word.insert(at, random_letter(random)); break;
        case 1: word.erase(at); break;
        case 2: *at = random_letter(random); break;
        default: std::swap(*at, *(at + 1));
    }
    return word;
}

std::string text_of(const Letters& word) {
    return std::accumulate(word.begin(), word.end(), std::string());
}

}  // namespace

TEST_CASE("an outline never calls a word far off that is near") {
    std::mt19937 random(3);
    int near = 0, far = 0;
    for (int round = 0; round < 40'000; ++round) {
        const auto word = random_word(random);
        const auto once = slipped(word, random);
        const std::array others{random_word(random), once, slipped(once, random)};
        const auto one = text_of(word), other = text_of(others[random() % others.size()]);
        for (const std::size_t most : {1U, 2U}) {
            const bool outlined = WordOutline(one).may_be_near(WordOutline(other), most);
            if (!outlined) ++far;
            if (LetterEdits(one, most).to(other) > most) continue;
            ++near;
            CAPTURE(one);
            CAPTURE(other);
            CHECK(outlined);
        }
    }
    CHECK(near > 1000);
    CHECK(far > 1000);
}

TEST_CASE("a slip of two neighbours is one, in a short word as well, and letters are not bytes") {
    const SmallArchive archive({{"a", "Tram", "The tram to the café stood still for ten hours"},
                                {"b", "Порт", "Порт закрыт до утра из-за тумана"}});
    const auto searcher = archive.searcher();
    const auto instead_of = [&](const std::string& typed) {
        SearchRequest request;
        request.q = "=" + typed;
        const auto result = searcher->search(request, never());
        REQUIRE(result);
        REQUIRE(result->suggestions.size() <= 1);
        return result->suggestions.empty() ? "" : result->suggestions[0].instead;
    };
    CHECK(instead_of("tarm") == "tram");
    CHECK(instead_of("hours") == "");
    CHECK(instead_of("huors") == "hours");
    CHECK(instead_of("cofé") == "cafe");  // words are kept without accents
    CHECK(instead_of("туманов") == "тумана");
    CHECK(instead_of("tramways") == "");
    // Kept from the first time on.
    CHECK(instead_of("tarm") == "tram");
}

TEST_CASE(
    "a word that hardly an article has gives way to a common one that is a slip further off") {
    const auto offered = [](int common) {
        std::vector<Written> articles{{.title = "Misread", .body = "The lightouse is dark."}};
        for (int i = 0; i < common; ++i)
            articles.push_back({.title = "Read", .body = "The lighthouse is dark."});
        const SmallArchive archive(articles);
        const auto result = archive.searcher()->search(asking("lightose"), never());
        REQUIRE(result);
        REQUIRE(result->suggestions.size() == 1);
        return result->suggestions[0].instead;
    };
    CHECK(offered(60) == "lighthouse");
    CHECK(offered(10) == "lightouse");
}
