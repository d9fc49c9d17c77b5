// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/histogram.h"

#include <algorithm>
#include <iterator>

namespace archive {

namespace {

/// More bins than that nobody draws, so a coarser unit answers instead.
constexpr DayNumber most_bins = 20'000;

/// The bin of a day, or null outside all of them.
HistogramBin* bin_of(std::vector<HistogramBin>& bins, BinUnit unit, DayNumber day) {
    const auto after =
        std::upper_bound(bins.begin(), bins.end(), day,
                         [](DayNumber at, const HistogramBin& bin) { return at < bin.start; });
    if (after == bins.begin()) return nullptr;
    auto& bin = *std::prev(after);
    return after == bins.end() && day >= next_bin(unit, bin.start) ? nullptr : &bin;
}

}  // namespace

BinUnit fitting_unit(const DaySpan& span) {
    const auto days = span.last - span.first + 1;
    if (days <= 62) return BinUnit::day;
    if (days <= 2 * 366) return BinUnit::week;
    if (days <= 15 * 366) return BinUnit::month;
    return BinUnit::year;
}

BinUnit drawn_unit(BinUnit wanted, const DaySpan& span) {
    const auto days = span.last - span.first;
    if (wanted == BinUnit::automatic || wanted == BinUnit::none) return fitting_unit(span);
    if (wanted == BinUnit::day && days >= most_bins) return BinUnit::month;
    if (wanted == BinUnit::week && days / 7 >= most_bins) return BinUnit::month;
    return wanted;
}

DaySpan span_over(DaySpan span, const std::vector<DaySpan>& asked, const DaySpan& archive) {
    for (const auto& days : asked) {
        if (span.first == 0 || !days.meets(archive)) continue;
        if (days.first > archive.first) span.first = std::min(span.first, days.first);
        if (days.last < archive.last) span.last = std::max(span.last, days.last);
    }
    return span;
}

std::vector<HistogramBin> bins_of(const DaySpan& span, BinUnit unit, const DayCounts& days,
                                  const StoryDays& repeats, const DayCounts& archive) {
    std::vector<HistogramBin> bins;
    if (span.first == 0) return bins;
    for (auto start = bin_start(unit, span.first); start <= span.last;
         start = next_bin(unit, start))
        bins.push_back({start, {}, 0, 0});
    days.for_each([&](DayNumber day, const DayCounts::Count& count) {
        auto* bin = bin_of(bins, unit, day);
        if (bin == nullptr) return;
        bin->counts.articles += count.articles;
        bin->counts.stories += count.articles;
        bin->inferred += count.inferred;
    });
    for (const auto& [start, repeated] : repeats.repeats(unit)) {
        if (auto* bin = bin_of(bins, unit, start)) bin->counts.stories -= repeated;
    }
    archive.for_each([&](DayNumber day, const DayCounts::Count& count) {
        if (auto* bin = bin_of(bins, unit, day)) bin->archive += count.articles;
    });
    return bins;
}

}  // namespace archive
