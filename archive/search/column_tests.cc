// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/column_tests.h"

#include <chrono>

namespace archive {

namespace {

std::uint32_t figure(NumberPlan::Of of, const Snapshot& snapshot, std::size_t at, Docid docid) {
    switch (of) {
        case NumberPlan::Of::words: return snapshot.segment(at).words[docid];
        case NumberPlan::Of::copies: return snapshot.in_its_story({at, docid});
        case NumberPlan::Of::event: return snapshot.in_its_event({at, docid});
        case NumberPlan::Of::quoted: return snapshot.segment(at).has_quotes(docid) ? 1 : 0;
    }
    return 0;
}

}  // namespace

bool meets(const DaysPlan& days, const Segment& segment, Docid docid) {
    DaySpan span;
    switch (days.basis) {
        case DateBasis::published:
            span = {segment.first_day[docid], segment.last_day[docid]};
            break;
        case DateBasis::updated:
            span = {segment.updated_day[docid], segment.updated_day[docid]};
            break;
        case DateBasis::added: {
            const std::chrono::sys_seconds when{std::chrono::seconds{segment.added[docid]}};
            const auto day = day_number(std::chrono::floor<std::chrono::days>(when));
            span = {day, day};
            break;
        }
    }
    const bool dated = span.first != 0;
    switch (days.undated) {
        case Undated::exclude: return dated && span.meets(days.span);
        case Undated::include: return !dated || span.meets(days.span);
        case Undated::only: return !dated;
    }
    return false;
}

DocidWindow window_of(const DaysPlan& days, const Segment& segment) {
    if (days.basis != DateBasis::published) return {1, segment.facts().documents};
    const auto window = segment.window_meeting(days.span);
    switch (days.undated) {
        case Undated::exclude: return window;
        case Undated::only: return segment.undated();
        case Undated::include: break;
    }
    if (segment.undated().empty()) return window;
    return {window.empty() ? segment.undated().first : window.first, segment.undated().last};
}

DocidWindow sure_window_of(const DaysPlan& days, const Segment& segment) {
    if (days.basis != DateBasis::published) return {};
    if (days.undated == Undated::only) return segment.undated();
    return segment.window_of_first_days(days.span.first, days.span.last);
}

bool holds(const NumberPlan& plan, const Snapshot& snapshot, const Location& at) {
    const auto value = figure(plan.of, snapshot, at.segment, at.docid);
    return value >= plan.least && value <= plan.most;
}

}  // namespace archive
