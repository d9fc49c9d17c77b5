// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/names_met.h"

#include "archive/search/known_names.h"

#include <doctest/doctest.h>

#include <array>
#include <random>

using namespace archive;

namespace {

/// Some spellings lead to one id, one is blocked, most are in no table.
constexpr std::string_view own =
    "person:ann-lee\tperson\tAnn Lee\tA. Lee\t\n"
    "loc:porthaven\tplace\tPorthaven\tthe Port\t\n"
    "person:gull\tperson\tGull\tGull\tblock\n";

Article random_article(std::mt19937& random) {
    constexpr std::array spellings{"Ann Lee",  "A. Lee", "ann lee", "Ann-Lee", "Porthaven",
                                   "the Port", "Bo Chu", "Bo  Chu", "...",     "Gull"};
    Article article;
    for (auto left = random() % 12; left > 0; --left) {
        Entity entity;
        entity.type = static_cast<EntityType>(random() % entity_types);
        entity.name = spellings[random() % spellings.size()];
        if (random() % 3 == 0) entity.name += " " + std::to_string(random() % 2'000);
        entity.mentions = random() % 4;
        article.entities.push_back(entity);
    }
    return article;
}

/// As every name is found in the table by itself.
std::vector<KnownName> looked_up(const AliasTable& aliases, const Article& article) {
    auto names = names_with_forms(aliases, article);
    for (auto& name : names) name.forms.clear();
    return names;
}

}  // namespace

TEST_CASE("names that are kept are those that the table has") {
    const auto aliases = AliasTable::over({}, own);
    const NamesMet met(aliases);
    std::mt19937 random(7);
    for (int round = 0; round < 3'000; ++round) {
        const auto article = random_article(random);
        std::vector<KnownName> names;
        for (const auto& name : met.of(article)) names.push_back(*name);
        CAPTURE(round);
        REQUIRE(names == looked_up(aliases, article));
    }
}

TEST_CASE("names go on being known after too many were met") {
    const auto aliases = AliasTable::over({}, own);
    const NamesMet met(aliases);
    Article article;
    for (int i = 0; i < 40'000; ++i) {
        Entity entity;
        entity.name = "Gull " + std::to_string(i);
        article.entities.push_back(entity);
    }
    const auto first = met.of(article);
    article.entities.front().name = "A. Lee";
    for (auto& entity : article.entities) entity.type = EntityType::org;
    met.of(article);
    for (auto& entity : article.entities) entity.type = EntityType::person;
    const auto third = met.of(article);
    REQUIRE(third.size() == article.entities.size());
    CHECK(third.front()->label == "Ann Lee");
    CHECK(third.back()->id == "person:gull-39999");
    CHECK(*first.back() == *third.back());
}
