// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/step_table.h"

#include "archive/index/tokens.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace archive;

namespace {

constexpr std::size_t words = 40;

/// A pattern by the numbers of its words; some edges lead over two places.
struct Numbered {
    std::vector<std::vector<std::uint32_t>> numbers;
    std::vector<StepTable::Edge> edges;
    std::uint16_t length = 0;
};

Numbered random_pattern(std::mt19937& random) {
    Numbered pattern;
    pattern.length = static_cast<std::uint16_t>(1 + random() % StepTable::longest);
    std::vector<std::pair<std::uint16_t, std::uint16_t>> places;
    for (std::uint16_t place = 0; place < pattern.length; ++place) {
        places.emplace_back(place, static_cast<std::uint16_t>(place + 1));
        if (place + 2 <= pattern.length && random() % 3 == 0)
            places.emplace_back(place, static_cast<std::uint16_t>(place + 2));
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto& numbers = pattern.numbers.emplace_back();
        for (std::uint32_t word = 0; word < words; ++word) {
            if (random() % 3 == 0) numbers.push_back(word);
        }
    }
    for (std::size_t i = 0; i < places.size(); ++i)
        pattern.edges.push_back({places[i].first, places[i].second, pattern.numbers[i]});
    return pattern;
}

std::string random_tokens(std::mt19937& random) {
    std::string bytes;
    TokenEncoder encoder(bytes);
    std::size_t run = 0;
    for (std::size_t i = random() % 30; i > 0; --i) {
        switch (random() % 12) {
            case 0: encoder.paragraph(), run = 0; break;
            case 1: encoder.zone(static_cast<ZoneKind>(random() % zone_kinds)), run = 0; break;
            case 2:
                if (run < 2) break;
                encoder.joined(2, static_cast<std::uint32_t>(random() % words));
                break;
            default: encoder.word(static_cast<std::uint32_t>(random() % words)), ++run; break;
        }
    }
    return bytes;
}

/// The same by the places of a list.
bool walked(const std::string& tokens, const Numbered& pattern, const ZoneSet& zones) {
    PatternRun run(pattern.length);
    TokenWalk walk(tokens);
    for (Token token; walk.next(token);) {
        if (!zones.holds(token.zone, false)) continue;
        for (const auto& edge : pattern.edges) {
            const bool takes = std::find(edge.numbers.begin(), edge.numbers.end(), token.word)
                               != edge.numbers.end();
            if (takes && run.take(edge.from, edge.to, token.position, token.span, 0)) return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("a table of steps finds a phrase where following its places does") {
    std::mt19937 random(11);
    int found = 0;
    for (int round = 0; round < 3000; ++round) {
        const auto pattern = random_pattern(random);
        const auto zones = random() % 2 == 0 ? zones_of(Where::text) : zones_of(Where::headline);
        const StepTable table(pattern.edges, pattern.length, zones, words);
        const auto tokens = random_tokens(random);
        const bool there = walked(tokens, pattern, zones);
        CAPTURE(round);
        REQUIRE(table.holds(tokens) == there);
        found += there ? 1 : 0;
    }
    CHECK(found > 300);
    CHECK(found < 2700);
}

TEST_CASE("a table of steps reads nothing outside of damaged tokens") {
    const std::vector<std::uint32_t> numbers{1, 2};
    const StepTable table({{0, 1, numbers}, {1, 2, numbers}}, 2, zones_of(Where::text), words);
    for (const std::string tokens :
         {"\xff\xff\xff\xff\xff\xff", "\x02", "\x02\x01", "\x02\x7f\x04", "\x01", "\x04\xff"})
        CHECK_FALSE(table.holds(tokens));
}
