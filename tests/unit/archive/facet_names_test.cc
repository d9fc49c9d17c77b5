// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/facet_names.h"

#include "archive/search/common_bits.h"
#include "archive/search/leading_names.h"
#include "archive/search/names_facet.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>

using namespace archive;
using namespace tests;

namespace {

/// Names of two spellings, of one id by the table, and invented ones: few that many articles have.
std::string random_place(std::mt19937& random) {
    constexpr std::array known{"North Korea", "DPRK",        "United States", "U.S.",
                               "USA",         "Port Wendle", "PORT WENDLE",   "Port-Wendle"};
    const auto pick = random() % 64;
    if (pick < known.size()) return known[pick];
    const auto spread = 1U << (random() % 12);
    return "Pier " + std::to_string(random() % spread);
}

/// Articles in two segments, some of them versions of a story, some gone.
struct Crowd {
    explicit Crowd(std::mt19937& random, int articles) {
        constexpr std::array sources{"Harbour Times", "HARBOUR TIMES", "Daily Gull", ""};
        std::vector<std::vector<Article>> segments(2);
        Kinship kinship;
        std::vector<std::string> gone;
        for (int i = 0; i < articles; ++i) {
            Written written{.id = "c" + std::to_string(i) + "q",
                            .title = random() % 2 == 0 ? "Ferry" : "Crane",
                            .date = "2024-01-10",
                            .source = sources[random() % sources.size()]};
            for (auto left = random() % 30; left > 0; --left)
                written.entities.push_back({EntityType::place, random_place(random)});
            if (random() % 3 == 0)
                kinship[written.id].story = "s" + std::to_string(random() % 20) + "t";
            if (random() % 20 == 0) gone.push_back(written.id);
            segments[random() % 4 == 0 ? 1 : 0].push_back(article_of(written));
        }
        archive.emplace(SmallArchive::of_segments(segments, kinship));
        archive->remove(gone);
        snapshot = Snapshot::open(archive->path());
    }

    std::optional<SmallArchive> archive;
    std::shared_ptr<const Snapshot> snapshot;
};

/// About `part` in a hundred of the articles as matches, some of which fail the filter of `kind` or
/// another one.
MatchedArticles random_matches(std::mt19937& random, const ArchiveFacts& facts, unsigned part,
                               FacetKind kind) {
    const auto& snapshot = facts.snapshot();
    MatchedArticles matched(facts.places(), {kind, FacetKind::author}, true);
    StoryMatches stories(snapshot.stories().size());
    for (std::size_t at = 0; at < snapshot.size(); ++at) {
        for_each_place(snapshot.live(at), 0, [&](Docid docid) {
            if (random() % 100 >= part) return;
            StoryMatch match{static_cast<std::uint32_t>(at), docid, 0};
            if (random() % 8 == 0) match.failing = Failing::filter_of(kind);
            if (random() % 8 == 0) match.failing = Failing::filter_of(FacetKind::author);
            if (random() % 8 == 0) match.failing = Failing::days();
            const auto story = snapshot.links(at).story(docid);
            if (story != 0)
                stories.add(story, match);
            else if (match.failing.passes() && random() % 2 == 0)
                matched.add_alone({&match, 1});
            else if (match.failing.passes()) {
                const auto bits = std::uint64_t{1} << (docid % 64);
                matched.add_alone(at, docid / 64, {&bits, 1});
            } else
                matched.add({&match, 1});
        });
    }
    stories.for_each([&](std::span<const StoryMatch> versions) { matched.add(versions); });
    return matched;
}

std::string shown(const std::vector<FacetValue>& values) {
    std::string text;
    for (const auto& value : values) {
        text += value.value + " \"" + value.label + "\" " + std::to_string(value.counts.articles)
                + " " + std::to_string(value.counts.stories) + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("a facet is the same with the rare names counted and without") {
    std::mt19937 random(11);
    DeadlineWatch watch(never());
    int conclusive = 0;
    for (int round = 0; round < 6; ++round) {
        const Crowd crowd(random, 100 << round);
        auto aliases = std::make_shared<const AliasTable>(AliasTable::shipped());
        const ArchiveFacts facts(*crowd.snapshot, aliases);
        for (int ask = 0; ask < 60; ++ask) {
            const auto kind = ask % 3 == 0 ? FacetKind::source : FacetKind::place;
            const auto matched =
                random_matches(random, facts, std::array{1U, 10U, 60U, 100U}[random() % 4], kind);
            const auto& names = facts.names(*names_column_of(kind));
            FacetWanted wanted{kind, std::array{0U, 1U, 3U, 10U, 100U}[random() % 5], {}, {}};
            for (auto left = random() % 3; left > 0; --left)
                wanted.selected.push_back(
                    static_cast<NameNumbers::Number>(random() % names.size()));
            CAPTURE(round);
            CAPTURE(ask);
            CHECK(shown(facet_values(facts, matched, wanted, watch))
                  == shown(fully_counted(facts, matched, wanted, watch)));
            if (leading_names(facts.frequent_names(*names_column_of(kind)), names,
                              matched.counting_for(kind).articles, wanted.limit, wanted.selected,
                              watch))
                ++conclusive;
        }
    }
    CHECK(conclusive > 120);
}

TEST_CASE("common bits are counted in every length") {
    std::mt19937_64 random(5);
    for (std::size_t words = 0; words < 40; ++words) {
        Bitmap left(words), right(words);
        for (auto& word : left) word = random();
        for (auto& word : right) word = random();
        auto both = left;
        keep_common_bits(both, right);
        CHECK(count_common_bits(left.data(), right.data(), words) == count_bits(both));
    }
}

TEST_CASE("places and pairs of them are counted in every number") {
    std::mt19937_64 random(6);
    Bitmap bits(50);
    for (auto& word : bits) word = random();
    std::vector<std::uint32_t> places, others;
    std::uint64_t set = 0, pairs = 0;
    for (int count = 0; count < 100; ++count) {
        CHECK(count_places(bits.data(), places) == set);
        CHECK(count_pairs(bits.data(), places, others) == pairs);
        places.push_back(static_cast<std::uint32_t>(random() % (bits.size() * 64)));
        others.push_back(static_cast<std::uint32_t>(random() % (bits.size() * 64)));
        set += has_bit(bits, places.back());
        pairs += has_bit(bits, places.back()) && has_bit(bits, others.back());
    }
    CHECK(pairs > 0);
}
