// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_model.h"

#include "archive/base/error.h"

#include <doctest/doctest.h>

#include <string>

using namespace indexer;

namespace {

NameModel small_model() {
    WordClasses classes;
    classes.set(word_hash("Oslo"), {12, 3, UsualCase::capital});
    classes.set_usual(word_hash("oslo"), {12, 3, UsualCase::capital});
    LabelPairs pairs{};
    pairs[outside][1] = -0.5F;
    return {{{77, {1, -2, 3}}, {4'000'000'000U, {127, -127}}, {1, {5}}}, 0.25F, pairs, classes};
}

std::string complaint_about(const std::string& bytes) {
    try {
        static_cast<void>(NameModel::from_bytes(bytes, "harbour.model"));
    } catch (const archive::Failure& failure) {
        CHECK(failure.error().code == archive::ErrorCode::bad_setting);
        CHECK(failure.error().where == "harbour.model");
        return failure.error().message;
    }
    return {};
}

}  // namespace

TEST_CASE("a model is read as it was written") {
    const auto written = small_model();
    const auto read = NameModel::from_bytes(written.to_bytes(), "harbour.model");
    CHECK(read.size() == 3);
    CHECK(read.scale() == 0.25F);
    CHECK(read.pairs() == written.pairs());
    REQUIRE(read.weights(77) != nullptr);
    CHECK(*read.weights(77) == WeightRow{1, -2, 3});
    REQUIRE(read.weights(4'000'000'000U) != nullptr);
    CHECK(*read.weights(4'000'000'000U) == WeightRow{127, -127});
    CHECK(read.weights(78) == nullptr);
    CHECK(read.classes().as_written(word_hash("Oslo")).fine == 12);
    CHECK(read.classes().usual(word_hash("oslo")).fine == 12);
    CHECK(read.classes().as_written(word_hash("Bergen")) == WordClass{});
    CHECK(read.to_bytes() == written.to_bytes());
}

TEST_CASE("any byte of a model that is changed or missing is noticed") {
    const auto bytes = small_model().to_bytes();
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        CAPTURE(at);
        auto damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        CHECK_FALSE(complaint_about(damaged).empty());
        CHECK_FALSE(complaint_about(bytes.substr(0, at)).empty());
    }
    CHECK_FALSE(complaint_about(bytes + "x").empty());
}

TEST_CASE("a file that is no model, and a model of another version, are told apart from damage") {
    CHECK(complaint_about("the harbour master's notes, all of them in one long line")
          == "is no model of names");
    auto later = small_model().to_bytes();
    later[8] = 99;
    CHECK(complaint_about(later).find("version 99") != std::string::npos);
    auto damaged = small_model().to_bytes();
    damaged.back() = static_cast<char>(damaged.back() ^ 1);
    CHECK(complaint_about(damaged).find("damaged") != std::string::npos);
}

TEST_CASE("a model that is not there is said by its path") {
    CHECK_THROWS_WITH_AS(NameModel::read("/nonexistent-dateline/names.model"),
                         doctest::Contains("names.model"), archive::Failure);
}
