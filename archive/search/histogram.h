// SPDX-License-Identifier: GPL-2.0-or-later
// histogram.h - Counts by day put into the bins of a chart.
//
// Bins follow each other without holes, empty ones too: a chart shows that nothing was written as
// well as that something was.
#pragma once

#include "archive/search/archive_days.h"
#include "archive/search/day_windows.h"
#include "archive/search/matched_articles.h"
#include "archive/search/search_result.h"

#include <vector>

namespace archive {

/// Few enough bins to draw: days up to two months, weeks up to two years, months up to fifteen
/// years, years beyond.
BinUnit fitting_unit(const DaySpan& span);

/// The unit that is wanted, never `automatic` or `none`: the fitting one for `automatic`, and a
/// coarser one where the bins would be more than anybody draws.
BinUnit drawn_unit(BinUnit wanted, const DaySpan& span);

/// The span, reaching over the days that are asked for as far as the archive does. A span without
/// days stays without.
DaySpan span_over(DaySpan span, const std::vector<DaySpan>& asked, const DaySpan& archive);

/// The bins of a span in one of the four real units; none when the span has no days.
/// Days outside the bins count nowhere.
std::vector<HistogramBin> bins_of(const DaySpan& span, BinUnit unit, const DayWindows& windows,
                                  const CountedArticles& counted);

}  // namespace archive
