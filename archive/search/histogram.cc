// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/histogram.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace archive {

namespace {

/// More bins than that nobody draws, so a coarser unit answers instead.
constexpr DayNumber most_bins = 20'000;

/// In which bin the article of a place is.
class BinOfPlace {
public:
    /// `begins` as DayWindows::begins() has them of `starts` days, of which the last begins no bin.
    BinOfPlace(std::vector<ArticlePlaces::Place> begins, std::size_t words, std::size_t starts)
        : begins_(std::move(begins)), starts_(starts) {
        // How many of `begins` come at or before the first place of each word: so that nothing is
        // searched, and one or two are looked at.
        before_.reserve(words);
        std::size_t passed = 0;
        for (std::size_t word = 0; word < words; ++word) {
            while (passed < begins_.size() && begins_[passed] <= word * 64) ++passed;
            before_.push_back(static_cast<std::uint32_t>(passed));
        }
    }

    /// Nothing for days outside the bins, and without a date.
    std::optional<std::size_t> operator[](ArticlePlaces::Place place) const {
        std::size_t passed = before_[place / 64];
        while (passed < begins_.size() && begins_[passed] <= place) ++passed;
        const auto start = passed % starts_;  // of its segment, from 1; 0 before and behind them
        if (start == 0) return std::nullopt;
        return start - 1;
    }

private:
    std::vector<ArticlePlaces::Place> begins_;
    std::vector<std::uint32_t> before_;  ///< by word
    std::size_t starts_;
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

std::vector<HistogramBin> bins_of(const DaySpan& span, BinUnit unit, const DayWindows& windows,
                                  const CountedArticles& counted) {
    std::vector<HistogramBin> bins;
    if (span.first == 0) return bins;
    const auto starts = bin_starts(unit, span);
    bins.reserve(starts.size() - 1);
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        const auto count = windows.count(counted.articles, starts[i], starts[i + 1]);
        bins.push_back({starts[i],
                        {count.articles, count.articles},
                        count.inferred,
                        windows.live(starts[i], starts[i + 1])});
    }
    const BinOfPlace bin_of(windows.begins(starts), counted.articles.places().words(),
                            starts.size());
    std::vector<std::size_t> of_story;
    counted.stories.for_each([&](std::span<const ArticlePlaces::Place> versions) {
        of_story.clear();
        for (const auto place : versions) {
            if (const auto bin = bin_of[place]) of_story.push_back(*bin);
        }
        std::sort(of_story.begin(), of_story.end());
        for (std::size_t i = 1; i < of_story.size(); ++i)
            bins[of_story[i]].counts.stories -= of_story[i] == of_story[i - 1];
    });
    return bins;
}

}  // namespace archive
