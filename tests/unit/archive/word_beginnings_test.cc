// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/word_beginnings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

using namespace archive;

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_same_letter(char left, char right) {
    return left == right || (is_letter(left) && (left ^ right) == ('a' ^ 'A'));
}

/// Bytes of all kinds, letters most.
std::string random_bytes(std::mt19937& random, std::size_t size) {
    constexpr std::string_view letters = "gGuUzZaA tT";
    constexpr std::string_view others = "@[`{.-'0\n\xC3\xBC\xE2\x80\x9C\xFF";
    std::string text;
    while (text.size() < size) {
        const auto& some = random() % 4 != 0 ? letters : others;
        text += some[random() % some.size()];
    }
    return text;
}

std::vector<std::size_t> places_in(const WordBeginnings& beginnings, std::string_view text) {
    std::vector<std::size_t> places;
    beginnings.for_each_in(text, [&](std::size_t at) { places.push_back(at); });
    return places;
}

}  // namespace

TEST_CASE("words that begin like one looked for are told wherever a block of bytes ends") {
    std::mt19937 random(11);
    for (int round = 0; round < 2'000; ++round) {
        const auto text = random_bytes(random, round % 10 == 0 ? 9'000 : random() % 300);
        constexpr std::string_view firsts = "gutz", seconds{"uaz0\0\xC3", 6};
        std::vector<std::pair<char, char>> wanted;
        WordBeginnings fastest, arithmetic(ComparedBy::arithmetic);
        for (auto left = random() % 4; left > 0; --left) {
            const auto& [first, second] = wanted.emplace_back(firsts[random() % firsts.size()],
                                                              seconds[random() % seconds.size()]);
            fastest.add(first, second);
            arithmetic.add(first, second);
        }
        std::vector<std::size_t> expected;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (at > 0 && is_letter(text[at - 1])) continue;
            const auto next = at + 1 < text.size() ? text[at + 1] : ' ';
            const auto begins_so = [&](const auto& beginning) {
                const auto [first, second] = beginning;
                return is_same_letter(text[at], first)
                       && (second == WordBeginnings::any || !is_letter(next)
                           || is_same_letter(next, second));
            };
            if (static_cast<unsigned char>(text[at]) >= 0x80
                || std::any_of(wanted.begin(), wanted.end(), begins_so))
                expected.push_back(at);
        }
        CAPTURE(round);
        for (const auto* beginnings : {&fastest, &arithmetic}) {
            const auto places = places_in(*beginnings, text);
            CHECK(std::is_sorted(places.begin(), places.end()));
            CHECK(std::includes(places.begin(), places.end(), expected.begin(), expected.end()));
            CHECK(std::none_of(places.begin(), places.end(),
                               [&](std::size_t at) { return at > 0 && is_letter(text[at - 1]); }));
        }
    }
}

TEST_CASE("of a word that is looked for the second letter leaves out most others") {
    WordBeginnings beginnings;
    beginnings.add('g', 'u');
    CHECK(places_in(beginnings, "Gulls gather at the gate of Gull, G. said")
          == std::vector<std::size_t>{0, 28, 34});
}

TEST_CASE("many words that are looked for are told by their first letters") {
    WordBeginnings beginnings;
    for (char second = 'a'; second <= 'z'; ++second) beginnings.add('g', second);
    CHECK(places_in(beginnings, "Gulls at the G8 gate") == std::vector<std::size_t>{0, 13, 16});
}
