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

DayNumber next_bin(BinUnit unit, DayNumber start) {
    using namespace std::chrono;
    const year_month_day date{day_of(start)};
    switch (unit) {
        case BinUnit::year: return day_number(sys_days{(date.year() + years{1}) / January / 1});
        case BinUnit::month:
            return day_number(
                sys_days{(year_month{date.year(), date.month()} + months{1}) / day{1}});
        case BinUnit::week: return bin_start(unit, start) + 7;
        case BinUnit::none:
        case BinUnit::automatic:
        case BinUnit::day: break;
    }
    return start + 1;
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

void StoryDays::add(std::span<const DayNumber> days) {
    if (days.size() < 2) return;  // nothing it could repeat
    const auto begin = static_cast<std::ptrdiff_t>(days_.size());
    days_.insert(days_.end(), days.begin(), days.end());
    std::sort(days_.begin() + begin, days_.end());
    ends_.push_back(days_.size());
}

std::map<DayNumber, std::uint64_t> StoryDays::repeats(BinUnit unit) const {
    std::map<DayNumber, std::uint64_t> repeats;
    std::size_t at = 0;
    for (const auto end : ends_) {
        while (at < end) {
            const auto first = at;
            const auto start = bin_start(unit, days_[at]);
            const auto next = next_bin(unit, start);
            while (at < end && days_[at] < next) ++at;
            if (at - first > 1) repeats[start] += at - first - 1;
        }
    }
    return repeats;
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
