// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/archive_days.h"

#include <algorithm>
#include <chrono>

namespace archive {

DayNumber bin_start(BinUnit unit, DayNumber day) {
    using namespace std::chrono;
    const sys_days at = day_of(day);
    const year_month_day date{at};
    switch (unit) {
        case BinUnit::year: return day_number(sys_days{date.year() / January / 1});
        case BinUnit::month: return day_number(sys_days{date.year() / date.month() / 1});
        case BinUnit::week: {
            const auto since_monday = weekday{at} - Monday;
            return std::max(first_day_ever, day - static_cast<DayNumber>(since_monday.count()));
        }
        case BinUnit::none:
        case BinUnit::automatic:
        case BinUnit::day: break;
    }
    return day;
}

std::vector<DayNumber> bin_starts(BinUnit unit, const DaySpan& span) {
    using namespace std::chrono;
    std::vector<DayNumber> starts{bin_start(unit, span.first)};
    const auto go_on = [&](auto next) {
        while (starts.back() <= span.last) starts.push_back(next(starts.back()));
    };
    const year_month_day first{day_of(starts.front())};
    year_month month{first.year(), first.month()};
    switch (unit) {
        case BinUnit::year:
        case BinUnit::month: {
            const months step{unit == BinUnit::year ? 12 : 1};
            go_on([&](DayNumber) { return day_number(sys_days{(month += step) / day{1}}); });
            break;
        }
        case BinUnit::week: go_on([](DayNumber start) { return start + 7; }); break;
        case BinUnit::none:
        case BinUnit::automatic:
        case BinUnit::day: go_on([](DayNumber start) { return start + 1; }); break;
    }
    return starts;
}

DayCounts::DayCounts(DayNumber first, DayNumber last)
    : first_(first),
      last_(last),
      places_(first == 0 ? 0 : static_cast<std::size_t>(last - first + 1)) {}

DaySpan DayCounts::span() const {
    const auto has_some = [](const Count& count) { return count.articles != 0; };
    const auto first = std::find_if(places_.begin(), places_.end(), has_some);
    if (first == places_.end()) return {};
    const auto last = std::find_if(places_.rbegin(), places_.rend(), has_some);
    return {day_of_place(static_cast<std::size_t>(first - places_.begin())),
            day_of_place(static_cast<std::size_t>(places_.rend() - last - 1))};
}

DaySpan span_of_live(const Snapshot& snapshot) {
    DaySpan span;
    for (std::size_t at = 0; at < snapshot.size(); ++at) {
        const auto& segment = snapshot.segment(at);
        const auto& live = snapshot.live(at);
        // Docids follow the first day: the ends are the first live ones from either side.
        Docid first = 1, last = segment.facts().dated;
        while (first <= last && !has_bit(live, first)) ++first;
        while (last >= first && !has_bit(live, last)) --last;
        if (first > last) continue;
        const DaySpan here{segment.first_day[first], segment.first_day[last]};
        if (span.first == 0) span = here;
        span.first = std::min(span.first, here.first);
        span.last = std::max(span.last, here.last);
    }
    return span;
}

DayCounts days_of_live(const Snapshot& snapshot) {
    const auto span = span_of_live(snapshot);
    DayCounts days(span.first, span.last);
    for (std::size_t at = 0; at < snapshot.size(); ++at) {
        const auto& segment = snapshot.segment(at);
        for (Docid docid = 1; docid <= segment.facts().dated; ++docid) {
            if (!has_bit(snapshot.live(at), docid)) continue;
            days.add(segment.first_day[docid],
                     segment.certainty[docid] == static_cast<std::uint8_t>(Certainty::inferred));
        }
    }
    return days;
}

}  // namespace archive
