// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/type_evidence.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <vector>

using namespace indexer;

namespace {

constexpr Label lone_person = label_of(NameType::person, NamePart::single);
constexpr Label last_of_person = label_of(NameType::person, NamePart::end);
constexpr Label lone_place = label_of(NameType::place, NamePart::single);

std::vector<LabelWeights> weights_of_three() {
    std::vector<LabelWeights> weights(3, LabelWeights{});
    weights[0][lone_place] = 1;
    weights[1][last_of_person] = 4;
    weights[2][lone_place] = 2;
    return weights;
}

}  // namespace

TEST_CASE("places of one word move towards what they say of its type together") {
    constexpr std::array<std::uint32_t, 3> groups{1, 1, 2};
    auto weights = weights_of_three();
    TypeEvidence().share(groups, weights);
    CHECK(weights[0][lone_person] > weights[0][lone_place]);
    CHECK(weights[1][last_of_person] > weights[1][lone_person]);
    CHECK(weights[2] == weights_of_three()[2]);
}

TEST_CASE("words of no group share nothing") {
    constexpr std::array<std::uint32_t, 3> groups{0, 0, 0};
    auto weights = weights_of_three();
    TypeEvidence().share(groups, weights);
    CHECK(weights == weights_of_three());
}

TEST_CASE("slopes go back to where the shared weights came from") {
    constexpr std::array<std::uint32_t, 3> groups{1, 1, 1};
    // What a sum of shared weights gains when one weight grows is that weight's slope.
    const auto sum_of_shared = [&](std::vector<LabelWeights> weights) {
        TypeEvidence().share(groups, weights);
        return weights[0][lone_person] + 2 * weights[1][last_of_person] - weights[2][lone_place];
    };
    std::vector<LabelWeights> slopes(3, LabelWeights{});
    slopes[0][lone_person] = 1;
    slopes[1][last_of_person] = 2;
    slopes[2][lone_place] = -1;
    TypeEvidence evidence;
    auto shared = weights_of_three();
    evidence.share(groups, shared);
    evidence.share_back(groups, slopes);
    constexpr float little = 0.25F;
    for (std::size_t at = 0; at < groups.size(); ++at) {
        for (const auto label : {lone_person, last_of_person, lone_place}) {
            // Of equal weights the first counts as the heaviest; a growing one overtakes it.
            auto more = weights_of_three();
            auto less = more;
            if (less[at][label] == 0) continue;
            more[at][label] += little;
            const float gain = sum_of_shared(more) - sum_of_shared(less);
            CHECK(gain / little == doctest::Approx(slopes[at][label]).epsilon(0.001));
        }
    }
}
