// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/runs_at_hand.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <random>

using namespace indexer;

namespace {

/// A text whose runs are its number, so many times.
CopyText text_of(std::uint32_t number, std::size_t runs) {
    CopyText text;
    text.long_runs.assign(runs, number);
    text.misread = number % 2 == 1;
    return text;
}

}  // namespace

TEST_CASE("runs at hand are those of the article asked for, however many are asked for") {
    constexpr std::uint32_t articles = 500;
    constexpr std::size_t runs_each = 100, room_for_about = 100;
    RunsAtHand runs(room_for_about * runs_each * sizeof(std::uint32_t));
    std::mt19937 random(7);
    for (int round = 0; round < 5'000; ++round) {
        const auto number = static_cast<std::uint32_t>(random() % articles);
        CopyText text;
        const auto found = runs.of(number, [&]() -> const CopyText& {
            text = text_of(number, runs_each);
            return text;
        });
        REQUIRE(found->long_runs == text_of(number, runs_each).long_runs);
        CHECK(found->misread == (number % 2 == 1));
    }
}

TEST_CASE("a text is read once while its runs are at hand, and those not asked for go first") {
    constexpr std::size_t runs_each = 1'000, room_for_about = 20;
    RunsAtHand runs(room_for_about * runs_each * sizeof(std::uint32_t));
    std::map<std::uint32_t, int> read;
    const auto ask = [&](std::uint32_t number) {
        CopyText text;
        runs.of(number, [&]() -> const CopyText& {
            ++read[number];
            text = text_of(number, runs_each);
            return text;
        });
    };
    for (std::uint32_t other = 1; other <= 200; ++other) {
        ask(0);
        ask(other);
    }
    CHECK(read[0] == 1);
    CHECK(read[200] == 1);
    ask(200);
    CHECK(read[200] == 1);
    ask(1);
    CHECK(read[1] == 2);
}
