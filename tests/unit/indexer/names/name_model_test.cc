// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_model.h"

#include "archive/base/error.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

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

TEST_CASE("features side by side, and at both ends of the numbers, are all found") {
    std::vector<NameModel::Row> rows;
    const auto add = [&](Feature feature) {
        rows.push_back({feature, {static_cast<std::int8_t>(rows.size() % 100), 1}});
    };
    for (Feature feature = 0; feature < 40; feature += 2) add(feature);
    for (Feature feature = 3'000'000'000U; feature < 3'000'000'020U; feature += 2) add(feature);
    for (Feature feature = 4'294'967'250U; feature < 4'294'967'290U; feature += 2) add(feature);
    const NameModel model(rows, 1, {}, {});
    CHECK(model.size() == rows.size());
    const auto read = NameModel::from_bytes(model.to_bytes(), "harbour.model");
    for (const auto& row : rows) {
        CAPTURE(row.feature);
        REQUIRE(read.weights(row.feature) != nullptr);
        CHECK(*read.weights(row.feature) == row.weights);
        CHECK(read.weights(row.feature + 1) == nullptr);
        WeightSum sum{10};
        read.add_weights(row.feature, sum);
        CHECK(sum[0] == 10 + row.weights[0]);
        CHECK(sum[1] == 1);
        read.add_weights(row.feature + 1, sum);
        CHECK(sum[1] == 1);
    }
}

TEST_CASE("of several rows of a feature the last counts") {
    const NameModel model({{77, {1}}, {78, {2}}, {77, {3}}}, 1, {}, {});
    CHECK(model.size() == 2);
    REQUIRE(model.weights(77) != nullptr);
    CHECK(*model.weights(77) == WeightRow{3});
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
