// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/histogram.h"

#include <algorithm>

namespace archive {

namespace {

/// More bins than that nobody draws, so a coarser unit answers instead.
constexpr DayNumber most_bins = 20'000;

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

std::vector<HistogramBin> bins_of(const DaySpan& span, BinUnit unit, const DayWindows& windows,
                                  const ArticleSet& counted, const StoryDays& repeats) {
    std::vector<HistogramBin> bins;
    if (span.first == 0) return bins;
    auto start = bin_start(unit, span.first);
    while (start <= span.last) {
        const auto next = next_bin(unit, start);
        const auto count = windows.count(counted, start, next);
        bins.push_back(
            {start, {count.articles, count.articles}, count.inferred, windows.live(start, next)});
        start = next;
    }
    for (const auto& [first, repeated] : repeats.repeats(unit)) {
        const auto bin = std::lower_bound(
            bins.begin(), bins.end(), first,
            [](const HistogramBin& one, DayNumber day) { return one.start < day; });
        if (bin != bins.end() && bin->start == first) bin->counts.stories -= repeated;
    }
    return bins;
}

}  // namespace archive
