// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/word_numbers.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <random>
#include <string>

using namespace archive;

TEST_CASE("words are numbered in the order they came, and found again") {
    std::mt19937 random(2);
    WordNumbers numbers;
    CHECK_FALSE(numbers.find("person ann lee"));
    std::map<std::string, std::uint32_t, std::less<>> known;
    for (int i = 0; i < 20'000; ++i) {
        auto key = "person " + std::to_string(random() % 9'000);
        if (random() % 500 == 0) key.append(random() % 100'000, 'x');
        const auto [held, added] = known.emplace(key, static_cast<std::uint32_t>(known.size()));
        CHECK(numbers.number(key) == held->second);
    }
    CHECK(numbers.size() == known.size());
    for (const auto& [key, number] : known) {
        CHECK(numbers.find(key) == number);
        CHECK(numbers.text(number) == key);
    }
    CHECK_FALSE(numbers.find("person 9001"));
    CHECK(numbers.number("") == known.size());
    CHECK(numbers.text(static_cast<std::uint32_t>(known.size())).empty());
}
