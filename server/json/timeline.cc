// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/timeline.h"

#include "server/json/search.h"

namespace server {

using archive::BothCounts;

namespace {

ordered_json value_json(const BothCounts& found, const BothCounts& archive, const BinValue& value) {
    const auto count = [&value](const BothCounts& counts) {
        return value.of == BinValue::Of::stories ? counts.stories : counts.articles;
    };
    if (!value.share) return count(found);
    if (count(archive) == 0) return nullptr;
    constexpr double digits = 1e6;
    return rounded(static_cast<double>(count(found)) / static_cast<double>(count(archive)), digits);
}

ordered_json series_json(const archive::TimelineSeries& series,
                         const std::vector<BothCounts>& archive, const BinValue& value) {
    auto bins = ordered_json::array();
    for (std::size_t i = 0; i < series.bins.size(); ++i) {
        auto bin = bin_json(series.bins[i]);
        bin["value"] = value_json(series.bins[i].counts, archive[i], value);
        bins.push_back(std::move(bin));
    }
    return {{"query", query_json(series.q, series.receipt)},
            {"total", counts_json(series.total)},
            {"undated", counts_json(series.undated)},
            {"bins", std::move(bins)}};
}

ordered_json archive_json(const archive::TimelineResult& timeline) {
    auto bins = ordered_json::array();
    for (std::size_t i = 0; i < timeline.bins.size(); ++i) {
        ordered_json bin{{"start", archive::iso_day(timeline.series.front().bins[i].start)}};
        bin.update(counts_json(timeline.bins[i]));
        bins.push_back(std::move(bin));
    }
    return {{"total", counts_json(timeline.total)},
            {"undated", counts_json(timeline.undated)},
            {"bins", std::move(bins)},
            {"gaps", gaps_json(timeline.gaps)}};
}

}  // namespace

ordered_json timeline_json(const archive::TimelineResult& timeline, const BinValue& value) {
    auto series = ordered_json::array();
    for (const auto& one : timeline.series)
        series.push_back(series_json(one, timeline.bins, value));
    return {{"unit", archive::name(timeline.unit)},
            {"count", value.of == BinValue::Of::stories ? "stories" : "articles"},
            {"share", value.share},
            {"series", std::move(series)},
            {"archive", archive_json(timeline)}};
}

}  // namespace server
