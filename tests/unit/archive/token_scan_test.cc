// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/token_scan.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

using namespace archive;

namespace {

/// Numbers that take one byte, two and three.
std::uint32_t random_number(std::mt19937& random) {
    constexpr std::array<std::uint32_t, 3> most{120, 16'000, 2'000'000};
    return static_cast<std::uint32_t>(random() % most[random() % most.size()]);
}

std::string random_tokens(std::mt19937& random, std::size_t tokens) {
    std::string bytes;
    TokenEncoder encoder(bytes);
    std::size_t run = 0;
    for (; tokens > 0; --tokens) {
        switch (random() % 14) {
            case 0: encoder.paragraph(), run = 0; break;
            case 1: encoder.zone(static_cast<ZoneKind>(random() % zone_kinds)), run = 0; break;
            case 2:
                if (run >= 3)
                    encoder.joined(static_cast<std::uint8_t>(2 + random() % 2),
                                   random_number(random));
                break;
            default: encoder.word(random_number(random)), ++run; break;
        }
    }
    return bytes;
}

using Told = std::tuple<std::uint32_t, std::uint32_t, std::uint8_t, ZoneKind, std::uint32_t>;

template <typename Walk>
std::vector<Told> told_by(Walk& walk, const std::set<std::uint32_t>& numbers) {
    std::vector<Told> told;
    for (Token token; walk.next(token);) {
        if (token.span > 1 || numbers.contains(token.word))
            told.emplace_back(token.word, token.position, token.span, token.zone, token.paragraph);
    }
    return told;
}

}  // namespace

TEST_CASE("a scan tells of the words that are wanted what a walk tells") {
    std::mt19937 random(11);
    std::size_t met = 0;
    for (int round = 0; round < 2'000; ++round) {
        const auto bytes = random_tokens(random, round % 20 == 0 ? 4'000 : random() % 300);
        std::set<std::uint32_t> numbers;
        TokenWalk all(bytes);
        for (Token token; all.next(token);) {
            if (random() % 40 == 0) numbers.insert(token.word);
        }
        WantedWords wanted;
        for (const auto number : numbers) wanted.add(number);
        TokenWalk walk(bytes);
        const auto expected = told_by(walk, numbers);
        met += expected.size();
        CAPTURE(round);
        for (const auto by : {ComparedBy::arithmetic, ComparedBy::whatever_is_fastest}) {
            TokenScan scan(bytes, wanted, by);
            REQUIRE(told_by(scan, numbers) == expected);
        }
    }
    CHECK(met > 20'000);
}

TEST_CASE("a scan passes over words that begin otherwise") {
    std::string bytes;
    TokenEncoder encoder(bytes);
    for (std::uint32_t number = 0; number < 1'000; ++number) encoder.word(number);
    WantedWords wanted;
    wanted.add(700);
    TokenScan scan(bytes, wanted);
    std::vector<std::uint32_t> stops;
    for (Token token; scan.next(token);) stops.push_back(token.word);
    // 703 begins with the byte of its last seven bits, as each 128th does.
    CHECK(stops == std::vector<std::uint32_t>{188, 316, 444, 572, 700, 828, 956});
}

TEST_CASE("a scan reads nothing outside of damaged tokens") {
    std::mt19937 random(12);
    for (int round = 0; round < 3'000; ++round) {
        auto bytes = random_tokens(random, random() % 60);
        for (auto left = 1 + random() % 5; left > 0 && !bytes.empty(); --left)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        bytes.resize(bytes.empty() ? 0 : random() % bytes.size());
        const std::vector<char> exact(bytes.begin(), bytes.end());  // whose end a checker knows
        WantedWords wanted;
        for (int i = 0; i < 20; ++i) wanted.add(random_number(random));
        for (const auto by : {ComparedBy::arithmetic, ComparedBy::whatever_is_fastest}) {
            TokenScan scan({exact.data(), exact.size()}, wanted, by);
            std::size_t stops = 0;
            for (Token token; scan.next(token);) ++stops;
            CHECK(stops <= exact.size());
        }
    }
}
