// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/landmarks.h"

#include "archive/base/error.h"
#include "archive/index/document.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

using namespace archive;
using namespace tests;

namespace {

using Spans = std::vector<PositionSpan>;

Landmarks read_back(const std::string& bytes) {
    Landmarks landmarks;
    landmarks.capitals = {7};  // of the article before
    read_landmarks(bytes, landmarks);
    return landmarks;
}

Landmarks landmarks_of(const Article& article) {
    return DocumentMaker().make(article).landmarks;
}

/// A mention of the first place where a zone has the words.
Mention mention(const Article& article, std::uint32_t zone, std::string_view words,
                NameRole role = NameRole::body) {
    const auto begin = article.zones.at(zone).text.find(words);
    REQUIRE(begin != std::string::npos);
    return {zone, static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(begin + words.size()), role};
}

}  // namespace

TEST_CASE("landmarks come back as they were stored") {
    Landmarks landmarks;
    landmarks.names[0] = {{3, 5}, {3, 9}, {400, 401}};
    landmarks.names[2] = {{0, 1}};
    landmarks.capitals = {0, 1, 130, 70'000};
    std::string bytes;
    put_landmarks(bytes, landmarks);
    CHECK(read_back(bytes) == landmarks);

    std::string none;
    put_landmarks(none, {});
    CHECK(none.empty());
    CHECK(read_back(none) == Landmarks{});
}

TEST_CASE("landmarks that are cut short or lead beyond all positions are damaged") {
    Landmarks landmarks;
    landmarks.names[1] = {{3, 5}, {6, 900}};
    std::string bytes;
    put_landmarks(bytes, landmarks);
    CHECK_THROWS_AS(read_back(bytes.substr(0, 4)), Failure);
    CHECK_THROWS_AS(read_back(std::string("\0\0\0\xff\xff\xff\xff\x7f\x01", 9)), Failure);
}

TEST_CASE("the places of mentions are the positions of their words, those of credits left out") {
    auto article = article_of({.title = "Lee sails",
                               .body = "Ann Lee's ferry left Port-Ellery.\nBy Bo Chu",
                               .entities = {{EntityType::person, "Ann Lee"},
                                            {EntityType::person, "Bo Chu", 0},
                                            {EntityType::place, "Port Ellery"}}});
    article.entities[0].named_at = {mention(article, 0, "Lee", NameRole::title),
                                    mention(article, 1, "Ann Lee's")};
    article.entities[1].named_at = {mention(article, 1, "Bo Chu", NameRole::credit)};
    article.entities[2].named_at = {mention(article, 1, "Port-Ellery")};
    const auto landmarks = landmarks_of(article);
    const std::uint32_t body = 2 + 100;  // behind the words of the title and the gap of a zone
    CHECK(landmarks.of(EntityType::person) == Spans{{0, 1}, {body, body + 2}});
    CHECK(landmarks.of(EntityType::place) == Spans{{body + 4, body + 6}});
    CHECK(landmarks.of(EntityType::org).empty());
}

TEST_CASE("a name inside another keeps its own place") {
    auto article = article_of(
        {.body = "The University of Varn Port opened",
         .entities = {{EntityType::org, "University of Varn Port"}, {EntityType::org, "Varn"}}});
    article.entities[0].named_at = {mention(article, 0, "University of Varn Port")};
    article.entities[1].named_at = {mention(article, 0, "Varn")};
    CHECK(landmarks_of(article).of(EntityType::org) == Spans{{1, 5}, {3, 4}});
}

TEST_CASE("a name that only metadata gives stands where its words do, a person by the last one") {
    const auto landmarks = landmarks_of(
        article_of({.body = "Ada Holm sang. Then Holm and Lee Jong\nUn and Lee Jong Un left Varn",
                    .entities = {{EntityType::person, "Ada Holm"},
                                 {EntityType::person, "Lee Jong Un"},
                                 {EntityType::place, "Varn"}}}));
    CHECK(landmarks.of(EntityType::person) == Spans{{0, 2}, {1, 2}, {4, 5}, {30, 33}});
    CHECK(landmarks.of(EntityType::place) == Spans{{34, 35}});
}

TEST_CASE("a name of metadata that only the dateline mentions stands where its words do") {
    auto article =
        article_of({.body = "VARN - The Varn fair", .entities = {{EntityType::place, "Varn"}}});
    article.entities[0].named_at = {mention(article, 0, "VARN", NameRole::dateline)};
    CHECK(landmarks_of(article).of(EntityType::place) == Spans{{0, 1}, {2, 3}});
    article.entities[0].mentions = 0;  // not in the story at all
    CHECK(landmarks_of(article).of(EntityType::place).empty());
}

TEST_CASE("words in capitals are landmarks, those of page furniture and joined ones are not") {
    const auto landmarks =
        landmarks_of(article_of({.body = "The U.S. told us that NATO and A said US-led",
                                 .zones = {{ZoneKind::furniture, "SHARE US"}}}));
    CHECK(landmarks.capitals == std::vector<std::uint32_t>{1, 5, 9});
}
