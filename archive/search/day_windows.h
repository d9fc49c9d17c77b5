// SPDX-License-Identifier: GPL-2.0-or-later
// day_windows.h - Which places of an article set are of which days.
//
// Documents of a segment follow each other by their first day, those without a date come last. So
// the articles of any days are a window of each segment, and a bin of a chart is the bits in
// between: no day is looked up for any match.
#pragma once

#include "archive/model/date.h"
#include "archive/search/article_set.h"

#include <cstdint>
#include <vector>

namespace archive {

/// Immutable; may be used by many threads. Four bytes a day of each segment.
class DayWindows {
public:
    DayWindows(const Snapshot& snapshot, const ArticlePlaces& places);

    struct Count {
        std::uint64_t articles = 0;
        std::uint64_t inferred = 0;  ///< whose date is
    };

    /// How many of a set are of the days from `first` to before `next`, by their first day.
    Count count(const ArticleSet& set, DayNumber first, DayNumber next) const;

    /// How many articles there are of these days, that the revision shows.
    std::uint64_t live(DayNumber first, DayNumber next) const;

    /// Where the articles of each of these days, ascending, or of later ones begin, segment after
    /// segment.
    std::vector<ArticlePlaces::Place> begins(std::span<const DayNumber> days) const;

    /// How many of a set have no date.
    std::uint64_t undated(const ArticleSet& set) const;
    bool is_undated(ArticlePlaces::Place place) const;

    /// The days of a set, first and last; both 0 when none of it has a date.
    DaySpan span(const ArticleSet& set) const;

private:
    struct Windows {
        DaySpan days;
        std::vector<ArticlePlaces::Place> begins;  ///< of each of these days
        ArticlePlaces::Place dated_end = 0, end = 0;
    };
    /// The first place of the day or a later one.
    static ArticlePlaces::Place begin_of(const Windows& windows, DayNumber day);

    std::vector<Windows> segments_;
    std::vector<const Column<DayNumber>*> first_days_;  ///< of the snapshot's segments
    ArticleSet live_, inferred_;
    bool any_inferred_ = false;
};

}  // namespace archive
