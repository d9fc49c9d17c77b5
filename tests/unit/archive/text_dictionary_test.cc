// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/text_dictionary.h"

#include "archive/base/error.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace archive;

namespace {

/// Short texts that share their phrases.
std::vector<std::string> some_texts(std::size_t count) {
    const std::vector<std::string> phrases{"the harbour authority of Velmar said on Monday ",
                                           "the ferry to Ostra was late again ",
                                           "nobody was hurt, the police said ",
                                           "prices of bread rose by a third ",
                                           "the council will vote on the new tram line ",
                                           "a spokeswoman declined to comment ",
                                           "rain is expected along the coast "};
    std::mt19937 dice(11);  // NOLINT: the same texts every time
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i) {
        std::string text = "article " + std::to_string(dice()) + ": ";
        for (int part = 0; part < 12; ++part) {
            text += phrases[dice() % phrases.size()];
            text += std::to_string(dice() % 10'000) + " ";
        }
        texts.push_back(text);
    }
    return texts;
}

}  // namespace

TEST_CASE("an article packed with a dictionary is read with it, and smaller than without") {
    const auto texts = some_texts(400);
    const TextDictionary dictionary(TextDictionary::learned_from(texts));
    const TextDictionary none;
    std::size_t with = 0;
    std::size_t without = 0;
    for (const auto& text : texts) {
        CHECK(dictionary.unpacked(dictionary.packed(text)).bytes() == text);
        with += dictionary.packed(text).size();
        without += none.packed(text).size();
    }
    CHECK(with * 4 < without * 3);
}

TEST_CASE("a dictionary is no larger than it may be, and large ones read as small ones do") {
    const auto texts = some_texts(2000);
    for (const std::size_t largest : {4U << 10U, 256U << 10U}) {
        const auto learned = TextDictionary::learned_from(texts, largest);
        CHECK(learned.size() <= largest);
        CHECK(learned.size() > largest / 8);
        const TextDictionary dictionary(learned);
        for (std::size_t i = 0; i < texts.size(); i += 100)
            CHECK(dictionary.unpacked(dictionary.packed(texts[i])).bytes() == texts[i]);
    }
}

TEST_CASE("a frame read without its dictionary is damage") {
    const auto texts = some_texts(400);
    const TextDictionary dictionary(TextDictionary::learned_from(texts));
    const auto frame = dictionary.packed(texts[0]);
    CHECK_THROWS_AS(TextDictionary().unpacked(frame), Failure);
    CHECK_THROWS_AS(dictionary.unpacked(frame.substr(0, frame.size() / 2)), Failure);
    CHECK_THROWS_AS(dictionary.unpacked(frame, 10), Failure);
}

TEST_CASE("from too little nothing is learned, and any bytes are no dictionary") {
    CHECK(TextDictionary::learned_from({}).empty());
    const std::vector<std::string> one{"one article"};
    CHECK(TextDictionary::learned_from(one).empty());
    CHECK(TextDictionary("").unpacked(TextDictionary("").packed("ferry")).bytes() == "ferry");
    CHECK_THROWS_AS(TextDictionary("something else"), Failure);
}

TEST_CASE("articles are read with a dictionary however large they are, and several at a time") {
    const auto texts = some_texts(400);
    const TextDictionary dictionary(TextDictionary::learned_from(texts));
    std::string large;
    while (large.size() < (600U << 10U)) large += texts[large.size() % texts.size()];
    const auto first = dictionary.unpacked(dictionary.packed(texts[0]));
    const auto of_large = dictionary.unpacked(dictionary.packed(large));
    const auto second = dictionary.unpacked(dictionary.packed(texts[1]));
    CHECK(of_large.bytes() == large);
    CHECK(first.bytes() == texts[0]);
    CHECK(second.bytes() == texts[1]);
}
