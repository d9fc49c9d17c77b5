// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_reader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using archive::Article;
using archive::Entity;
using archive::EntityType;
using archive::ZoneKind;
using indexer::NameKnowledge;
using indexer::NameReader;

namespace {

/// With the model and lists as shipped.
const NameKnowledge& shipped() {
    static const NameKnowledge knowledge{archive::Settings()};
    return knowledge;
}

Article english(const std::string& body) {
    Article article;
    article.language = "en";
    article.zones.push_back({ZoneKind::body, body});
    return article;
}

const Entity* named(const Article& article, std::string_view name) {
    const auto found = std::find_if(article.entities.begin(), article.entities.end(),
                                    [&](const Entity& entity) { return entity.name == name; });
    return found == article.entities.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("an article gets its names and quotations") {
    auto article = english(
        "Michael Anderson, the mayor of Northport, met fishermen from Kenya on Monday.\n"
        "\"The pier will be rebuilt,\" Anderson said.");
    NameReader(shipped()).read(article);
    const auto* const mayor = named(article, "Michael Anderson");
    REQUIRE(mayor != nullptr);
    CHECK(mayor->type == EntityType::person);
    CHECK(mayor->mentions == 2);
    CHECK(mayor->found);
    REQUIRE(mayor->named_at.size() == 2);
    CHECK(article.zones[0].text.substr(mayor->named_at[1].begin, 8) == "Anderson");
    REQUIRE(named(article, "Kenya") != nullptr);
    REQUIRE(article.quotes.size() == 1);
    CHECK(article.quotes[0].speaker == "person michael anderson");
    CHECK(article.quotes[0].speaker_text == "Anderson");
}

TEST_CASE("reading an article twice changes nothing, and what was given stays") {
    auto article = english("Michael Anderson met fishermen from Kenya. Anderson left.");
    article.entities.push_back({EntityType::person, "Michael Anderson", 1});
    article.entities.push_back({EntityType::org, "Port Authority", 1});
    NameReader reader(shipped());
    reader.read(article);
    REQUIRE(article.entities.size() >= 3);
    CHECK(article.entities[0].mentions == 3);
    CHECK_FALSE(article.entities[0].found);
    CHECK(article.entities[1].named_at.empty());
    const auto once = article;
    reader.read(article);
    CHECK(article == once);
}

TEST_CASE("a language without a model keeps what was given and gets places") {
    auto article = english("Michael Anderson reiste nach Kenya. \"Alles wird gut\", sagte er.");
    article.language = "de";
    article.entities.push_back({EntityType::person, "Michael Anderson", 1});
    NameReader(shipped()).read(article);
    REQUIRE(article.entities.size() == 2);
    CHECK(article.entities[0].mentions == 2);
    CHECK(article.entities[1].name == "Kenya");
    CHECK(article.quotes.empty());
}

TEST_CASE("cities have the names of the language that an article is written in") {
    auto article = english("Von Mailand reiste er nach München, das Essen war gut.");
    article.language = "de";
    NameReader(shipped()).read(article);
    REQUIRE(article.entities.size() == 2);
    CHECK(article.entities[0].name == "Mailand");
    CHECK(article.entities[1].name == "München");
    article = english("Von Mailand reiste er nach München.");
    article.language = "it";
    NameReader(shipped()).read(article);
    CHECK(article.entities.empty());
}

TEST_CASE("the tagger can be switched off") {
    archive::Settings settings;
    REQUIRE(settings.set("entities.tagger=false"));
    const NameKnowledge knowledge(settings);
    CHECK(knowledge.tagger("en") == nullptr);
    CHECK(shipped().tagger("en") != nullptr);
    CHECK(shipped().tagger("de") == nullptr);
}
