// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/histogram.h"

#include <algorithm>

namespace archive {

namespace {

/// More bins than that nobody draws, so a coarser unit answers instead.
constexpr DayNumber most_bins = 20'000;

/// Finds the bins of days that come in order.
class BinWalk {
public:
    BinWalk(std::vector<HistogramBin>& bins, BinUnit unit)
        : bins_(bins), end_(bins.empty() ? 0 : next_bin(unit, bins.back().start)) {}

    /// The bin of a day not before the one asked for last; null outside all of them.
    HistogramBin* bin_of(DayNumber day) {
        if (bins_.empty() || day < bins_.front().start || day >= end_) return nullptr;
        while (at_ + 1 < bins_.size() && bins_[at_ + 1].start <= day) ++at_;
        return &bins_[at_];
    }

private:
    std::vector<HistogramBin>& bins_;
    const DayNumber end_;  ///< the day after the last bin
    std::size_t at_ = 0;
};

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
    BinWalk counted(bins, unit), repeating(bins, unit), beside(bins, unit);
    days.for_each([&](DayNumber day, const DayCounts::Count& count) {
        auto* bin = counted.bin_of(day);
        if (bin == nullptr) return;
        bin->counts.articles += count.articles;
        bin->counts.stories += count.articles;
        bin->inferred += count.inferred;
    });
    for (const auto& [start, repeated] : repeats.repeats(unit)) {
        if (auto* bin = repeating.bin_of(start)) bin->counts.stories -= repeated;
    }
    archive.for_each([&](DayNumber day, const DayCounts::Count& count) {
        if (auto* bin = beside.bin_of(day)) bin->archive += count.articles;
    });
    return bins;
}

}  // namespace archive
