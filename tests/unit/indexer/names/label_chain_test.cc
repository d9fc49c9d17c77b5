// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/label_chain.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using namespace indexer;

namespace {

constexpr auto person_begin = label_of(NameType::person, NamePart::begin);
constexpr auto person_end = label_of(NameType::person, NamePart::end);
constexpr auto org_end = label_of(NameType::org, NamePart::end);

bool sound(const std::vector<Label>& labels) {
    Label left = outside;
    for (const auto label : labels) {
        if (!may_follow(left, label)) return false;
        left = label;
    }
    return may_follow(left, outside);
}

}  // namespace

TEST_CASE("the heaviest row wins, not the heaviest label of each word") {
    std::vector<LabelWeights> words(2);
    words[0][person_begin] = 3;
    words[1][person_end] = 1;
    words[1][org_end] = 3;
    std::vector<Label> labels(2);
    LabelChain().decode(words, LabelPairs{}, labels);
    CHECK(labels == std::vector<Label>{person_begin, person_end});
}

TEST_CASE("whatever the weights, a name that is begun is ended with its type") {
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        std::vector<LabelWeights> words(1 + random() % 9);
        for (auto& word : words) {
            for (auto& weight : word) weight = static_cast<float>(random() % 1000) / 100;
        }
        std::vector<Label> labels(words.size());
        LabelChain().decode(words, LabelPairs{}, labels);
        CHECK(sound(labels));
        std::vector<Label> again(labels.size());
        for (const auto& span : spans_of(labels)) put_span(again, span);
        CHECK(again == labels);
    }
}

TEST_CASE("a single word is decided by its neighbours' weights at the edges too") {
    std::vector<LabelWeights> words(1);
    const auto single = label_of(NameType::place, NamePart::single);
    words[0][single] = 1;
    LabelPairs pairs{};
    std::vector<Label> labels(1);
    LabelChain().decode(words, pairs, labels);
    CHECK(labels[0] == single);
    pairs[single][outside] = -2;
    LabelChain().decode(words, pairs, labels);
    CHECK(labels[0] == outside);
}
