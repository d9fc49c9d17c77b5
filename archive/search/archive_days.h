// SPDX-License-Identifier: GPL-2.0-or-later
// archive_days.h - Articles by day: what a histogram counts in, and what the archive holds.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/search/search_request.h"

#include <cassert>
#include <cstdint>
#include <vector>

namespace archive {

/// The bin of a day: its first day. `unit` is one of the four real ones; weeks begin on Monday.
DayNumber bin_start(BinUnit unit, DayNumber day);

/// The first days of the bins of a span, and of the one that comes after them.
std::vector<DayNumber> bin_starts(BinUnit unit, const DaySpan& span);

/// Counts by day between two days, both included. One array of eight bytes a day, so that counting
/// is an increment: 70,000 articles over 20 years are 60 KB, ten thousand years 29 MB.
class DayCounts {
public:
    DayCounts() = default;
    DayCounts(DayNumber first, DayNumber last);

    void add(DayNumber day, bool inferred) {
        auto& place = places_[place_of(day)];
        ++place.articles;
        if (inferred) ++place.inferred;
    }

    struct Count {
        std::uint32_t articles = 0;
        std::uint32_t inferred = 0;
    };

    /// The days that have articles, first and last; both 0 when there are none.
    DaySpan span() const;

    /// Calls `visit(day, Count)` for each day with articles, in order.
    template <typename Visit>
    void for_each(Visit visit) const {
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (places_[i].articles != 0) visit(day_of_place(i), places_[i]);
        }
    }

private:
    std::size_t place_of(DayNumber day) const {
        assert(day >= first_ && day <= last_);
        return static_cast<std::size_t>(day - first_);
    }
    DayNumber day_of_place(std::size_t place) const {
        return first_ + static_cast<DayNumber>(place);
    }

    DayNumber first_ = 0;
    [[maybe_unused]] DayNumber last_ = -1;  ///< for the assertion
    std::vector<Count> places_;
};

/// First and last day of the live dated articles, by their first days; both 0 without any.
DaySpan span_of_live(const Snapshot& snapshot);

/// Every live dated article by its first day.
DayCounts days_of_live(const Snapshot& snapshot);

}  // namespace archive
