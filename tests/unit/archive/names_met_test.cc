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

std::vector<KnownName> names_of(const ResultRow& row) {
    std::vector<KnownName> names;
    for (const auto& name : row.names.list)
        names.push_back({name.type, std::string(name.id), std::string(name.label)});
    return names;
}

}  // namespace

TEST_CASE("names that are kept are those that the table has") {
    const auto aliases = AliasTable::over({}, own);
    const NamesMet met(aliases);
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::vector<ResultRow> rows(1 + random() % 20);
        for (auto& row : rows) row.article = random_article(random);
        met.name(rows);
        CAPTURE(round);
        for (const auto& row : rows) REQUIRE(names_of(row) == looked_up(aliases, row.article));
    }
}

TEST_CASE("names go on being known after too many were met, and rows keep theirs") {
    const auto aliases = AliasTable::over({}, own);
    const NamesMet met(aliases);
    ResultRow first;
    for (int i = 0; i < 70'000; ++i) {
        Entity entity;
        entity.name = "Gull " + std::to_string(i);
        first.article.entities.push_back(entity);
    }
    met.name({&first, 1});
    auto second = first;
    second.article.entities.front().name = "A. Lee";
    for (auto& entity : second.article.entities) entity.type = EntityType::org;
    met.name({&second, 1});
    auto third = second;
    for (auto& entity : third.article.entities) entity.type = EntityType::person;
    met.name({&third, 1});
    REQUIRE(third.names.list.size() == third.article.entities.size());
    CHECK(third.names.kept != first.names.kept);
    CHECK(third.names.list.front().label == "Ann Lee");
    CHECK(third.names.list.back().id == "person:gull-69999");
    CHECK(first.names.list.back() == third.names.list.back());
}

TEST_CASE("a name longer than what is set aside for many is kept whole") {
    const auto aliases = AliasTable::over({}, own);
    const NamesMet met(aliases);
    std::vector<ResultRow> rows(3);
    for (auto& row : rows) {
        for (const auto letters : {3, 200'000, 5}) {
            Entity entity;
            entity.name = std::string(static_cast<std::size_t>(letters), 'a');
            row.article.entities.push_back(entity);
        }
    }
    met.name(rows);
    for (const auto& row : rows) CHECK(names_of(row) == looked_up(aliases, row.article));
}
