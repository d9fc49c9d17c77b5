// SPDX-License-Identifier: GPL-2.0-or-later
// column_tests.h - What columns alone tell of an article: its days, its figures.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/search/plan.h"

namespace archive {

/// Whether a date, by its basis, meets the span of a DaysPlan.
bool meets(const DaysPlan& days, const Segment& segment, Docid docid);

/// The documents of a segment among which those that meet it are.
DocidWindow window_of(const DaysPlan& days, const Segment& segment);

/// Those in it that meet it for sure: all but what began before the span.
DocidWindow sure_window_of(const DaysPlan& days, const Segment& segment);

/// Whether the figure lies in the bounds.
bool holds(const NumberPlan& plan, const Snapshot& snapshot, const Location& at);

}  // namespace archive
