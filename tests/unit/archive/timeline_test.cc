// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/timeline.h"

#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace archive;
using namespace tests;

namespace {

TimelineResult charted(const SmallArchive& archive, const TimelineRequest& request) {
    const auto result = archive.searcher()->timeline(request, never());
    REQUIRE(result);
    return *result;
}

/// "2024-01:2/1 2024-02:0/0": the bins of a series, articles and stories.
std::string shown(const TimelineSeries& series) {
    std::string text;
    for (const auto& bin : series.bins) {
        text += (text.empty() ? "" : " ") + iso_day(bin.start).substr(0, 7) + ":"
                + std::to_string(bin.counts.articles) + "/" + std::to_string(bin.counts.stories);
    }
    return text;
}

SmallArchive ferries() {
    return SmallArchive({{.id = "a", .title = "Ferry sails", .date = "2024-01-05", .story = "a"},
                         {.id = "b", .title = "Ferry sails", .date = "2024-01-06", .story = "a"},
                         {.id = "c", .title = "Ferry sinks", .date = "2024-04-01"},
                         {.id = "d", .title = "Tunnel opens", .date = "2024-03-02"},
                         {.id = "e", .title = "Tunnel and ferry"}});
}

}  // namespace

TEST_CASE("queries share their bins, and a story counts once in each") {
    const auto result = charted(ferries(), {asking(""), {"ferry", "tunnel"}, BinUnit::month});
    REQUIRE(result.series.size() == 2);
    CHECK(shown(result.series[0]) == "2024-01:2/1 2024-02:0/0 2024-03:0/0 2024-04:1/1");
    CHECK(shown(result.series[1]) == "2024-01:0/0 2024-02:0/0 2024-03:1/1 2024-04:0/0");
    CHECK(result.series[0].total == BothCounts{4, 3});
    CHECK(result.series[0].undated == BothCounts{1, 1});
}

TEST_CASE("the archive stands beside the queries, with its silences") {
    const auto result = charted(ferries(), {asking(""), {"tunnel"}, BinUnit::month});
    REQUIRE(result.bins.size() == 1);
    CHECK(result.bins[0] == BothCounts{1, 1});
    CHECK(result.total == BothCounts{5, 4});
    CHECK(result.undated == BothCounts{1, 1});
    REQUIRE(result.gaps.size() == 1);
    CHECK(iso_day(result.gaps[0].first) == "2024-01-07");
    CHECK(iso_day(result.gaps[0].last) == "2024-03-01");
}

TEST_CASE("the days asked for count in the total of a chart and are left out of its bins") {
    auto common = asking("");
    common.from = parse_iso_span("2024-04");
    const auto result = charted(ferries(), {common, {"ferry"}, BinUnit::month});
    CHECK(result.series[0].total == BothCounts{1, 1});
    CHECK(shown(result.series[0]) == "2024-01:2/1 2024-02:0/0 2024-03:0/0 2024-04:1/1");
}

TEST_CASE("the unit of a chart fits the span of all its queries") {
    CHECK(charted(ferries(), {asking(""), {"ferry"}}).unit == BinUnit::week);
    CHECK(charted(ferries(), {asking(""), {"tunnel"}}).unit == BinUnit::day);
    CHECK(charted(ferries(), {asking(""), {"nothinglikeit"}}).series[0].bins.empty());
}

TEST_CASE("a fault of any query of a chart refuses it") {
    const auto result = ferries().searcher()->timeline({asking(""), {"ferry", "foo:bar"}}, never());
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::query_unknown_field);
}
