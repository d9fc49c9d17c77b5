// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/word_terms.h"

#include "archive/search/stem_terms.h"
#include "tests/support/small_archive.h"
#include "tests/support/term_answers.h"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace archive;
using namespace tests;

namespace {

constexpr std::array words{"ferry", "harbour", "quay", "strike", "crew", "gull", "pier", "tide"};

/// What was written where, by the term that must find it.
struct Scene {
    Article article;
    std::map<std::string, std::uint32_t> counts;  ///< of each word in the whole text
    std::set<std::string> terms;                  ///< with their prefixes
};

Scene some_scene(std::mt19937& random, std::size_t number) {
    Scene scene;
    auto& article = scene.article;
    article.id = "scene" + std::to_string(100'000 + number) + "abcde";
    article.title_basis = TitleBasis::field;
    std::string body;
    const auto add = [&](std::string& text, std::uint32_t weight, const char* prefix) {
        const std::string word = words[std::min(random() % 8, random() % 8)];
        text += word + " ";
        scene.counts[word] += weight;
        scene.terms.insert(word);
        if (*prefix != 0) scene.terms.insert(prefix + word);
    };
    for (auto left = random() % 3; left > 0; --left) add(article.title, 5, "S:");
    for (auto left = 1 + random() % 3; left > 0; --left) add(body, 1, "XI:");
    body += "\n";
    for (auto left = random() % 4; left > 0; --left) add(body, 1, "");
    const auto begin = static_cast<std::uint32_t>(body.size());
    body += "\"";
    for (auto left = 1 + random() % 3; left > 0; --left) add(body, 1, "XQ:");
    body += "\"";
    article.zones = {{ZoneKind::headline, article.title}, {ZoneKind::body, body}};
    article.quotes = {
        {1, begin, static_cast<std::uint32_t>(body.size()), "", "", "", QuoteBasis::none, 90}};
    return scene;
}

}  // namespace

TEST_CASE("a word is found in each place it stands in, and counts there as in the whole text") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::vector<Scene> scenes;
    std::vector<std::vector<Article>> segments(3);
    for (std::size_t i = 0; i < 150; ++i) {
        scenes.push_back(some_scene(random, i));
        segments[i < 100 ? 0 : i % 3].push_back(scenes.back().article);
    }
    const auto archive = SmallArchive::of_segments(segments);
    const auto searcher = archive.searcher();
    const auto& snapshot = searcher->snapshot();
    OpenPostings postings(snapshot, std::make_shared<PostingLists>(snapshot));
    DeadlineWatch watch(never());
    for (const std::string prefix : {"", "S:", "XI:", "XQ:"}) {
        for (const std::string word :
             {"ferry", "harbour", "quay", "strike", "crew", "tide", "zoo"}) {
            const auto term = prefix + word;
            CAPTURE(term);
            std::map<std::string, std::uint32_t> expected;
            std::set<std::string> wanted;
            for (const auto& scene : scenes) {
                if (!scene.terms.contains(term)) continue;
                expected[scene.article.id] = scene.counts.at(word);
                wanted.insert(scene.article.id);
            }
            CHECK(listed_counts(postings, term, watch) == expected);
            CHECK(found_by_xapian(postings, term, watch) == wanted);
            CHECK(documents_with(postings, term) == wanted.size());
            CHECK(is_held(postings, term) == !wanted.empty());
        }
    }
}

TEST_CASE("a term is a word, in the text or in a place of it, or it has a prefix of its own") {
    CHECK(word_term("ferry")->word == "ferry");
    CHECK_FALSE(word_term("ferry")->place);
    CHECK(word_term("S:ferry")->word == "ferry");
    CHECK(word_term("S:ferry")->place == WordPlace::headline);
    CHECK(word_term("XI:10000")->place == WordPlace::lead);
    CHECK(word_term("XQ:\xE6\xB8\xAF")->place == WordPlace::quotation);
    for (const char* term : {"XC:ferry", "XF:ferry", "XU:us", "H:the gull", "Qb3k7q2m9x4t1c8va",
                             "XE:place oslo", "L:en"})
        CHECK_FALSE(word_term(term));
}
