// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/word_diff.h"

#include "archive/search/anchors.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace archive;

namespace {

using Words = std::vector<std::uint32_t>;

std::vector<SharedRun> runs(const Words& left, const Words& right) {
    DiffBudget budget;
    return shared_runs(left, right, budget);
}

std::size_t shared_words(const std::vector<SharedRun>& runs) {
    std::size_t sum = 0;
    for (const auto& run : runs) sum += run.size;
    return sum;
}

/// The length of the longest common subsequence, the plain way.
std::size_t longest_common(const Words& left, const Words& right) {
    std::vector<std::size_t> row(right.size() + 1);
    for (const auto word : left) {
        std::size_t diagonal = 0;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const auto above = row[j + 1];
            row[j + 1] = word == right[j] ? diagonal + 1 : std::max(above, row[j]);
            diagonal = above;
        }
    }
    return row.back();
}

Words random_words(std::mt19937& random, std::size_t most, std::size_t kinds) {
    Words words(random() % (most + 1));
    for (auto& word : words) word = static_cast<std::uint32_t>(random() % kinds);
    return words;
}

void check_sound(const Words& left, const Words& right, const std::vector<SharedRun>& found) {
    std::uint32_t at_left = 0;
    std::uint32_t at_right = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto& run = found[i];
        REQUIRE(run.size > 0);
        REQUIRE(run.left >= at_left);
        REQUIRE(run.right >= at_right);
        if (i > 0) CHECK((run.left > at_left || run.right > at_right));
        REQUIRE(run.left_end() <= left.size());
        REQUIRE(run.right_end() <= right.size());
        CHECK(std::equal(left.begin() + run.left, left.begin() + run.left_end(),
                         right.begin() + run.right));
        at_left = run.left_end();
        at_right = run.right_end();
    }
}

}  // namespace

TEST_CASE("shared runs are the same words on both sides, in order, none that could be one") {
    std::mt19937 random(1);
    for (int round = 0; round < 2'000; ++round) {
        const auto left = random_words(random, 40, 2 + random() % 9);
        const auto right = random_words(random, 40, 2 + random() % 9);
        check_sound(left, right, runs(left, right));
    }
}

TEST_CASE("where no stretch of four words anchors the texts as much is shared as can be") {
    std::mt19937 random(2);
    for (int round = 0; round < 2'000; ++round) {
        const auto left = random_words(random, 3, 3);
        const auto right = random_words(random, 30, 3);
        CHECK(shared_words(runs(left, right)) == longest_common(left, right));
        CHECK(shared_words(runs(right, left)) == longest_common(left, right));
    }
}

TEST_CASE("a stretch that both have once outweighs scattered words") {
    // 1 2 3 4 5 moved behind words that are common to both in the other order
    const Words left{1, 2, 3, 4, 5, 90, 91, 90, 92, 90};
    const Words right{90, 91, 80, 90, 81, 92, 1, 2, 3, 4, 5};
    CHECK(runs(left, right) == std::vector<SharedRun>{{0, 6, 5}});
}

TEST_CASE("of anchors that cross, the chain with the most words is kept") {
    const Words left{1, 2, 3, 4, 11, 12, 13, 14, 15, 21, 22, 23, 24};
    const Words right{21, 22, 23, 24, 7, 11, 12, 13, 14, 15, 1, 2, 3, 4};
    CHECK(anchors(left, right, 4) == std::vector<SharedRun>{{4, 5, 5}});
    CHECK(anchors(left, left, 4) == std::vector<SharedRun>{{0, 0, 13}});
    CHECK(anchors({}, left, 4).empty());
    const Words repeated{1, 2, 3, 4, 1, 2, 3, 4};
    CHECK(anchors(repeated, left, 4).empty());
}

TEST_CASE("anchors that share words with their neighbours do not overlap") {
    const Words left{1, 2, 3, 4, 5, 6, 7};
    const Words right{1, 2, 3, 4, 9, 4, 5, 6, 7};
    check_sound(left, right, anchors(left, right, 4));
    check_sound(right, left, anchors(right, left, 4));
    CHECK(shared_words(runs(left, right)) == 7);
}

TEST_CASE("a spent budget leaves what it did not reach as different, and what is alike is found") {
    std::mt19937 random(4);
    Words left(3'000);
    Words right(3'000);
    for (auto& word : left) word = static_cast<std::uint32_t>(random() % 2);
    for (auto& word : right) word = static_cast<std::uint32_t>(random() % 2);
    DiffBudget budget{1'000};
    check_sound(left, right, shared_runs(left, right, budget));
    CHECK(budget.steps == 0);
    CHECK(shared_words(shared_runs(left, left, budget)) == left.size());
}

TEST_CASE("long texts that differ here and there are aligned throughout") {
    std::mt19937 random(5);
    Words left(20'000);
    for (auto& word : left) word = static_cast<std::uint32_t>(random() % 3'000);
    auto right = left;
    std::size_t changed = 0;
    for (auto& word : right) {
        if (random() % 10 != 0) continue;
        word = 5'000;
        ++changed;
    }
    CHECK(shared_words(runs(left, right)) >= left.size() - changed);
}
