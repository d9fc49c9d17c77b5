// SPDX-License-Identifier: GPL-2.0-or-later
// newest_rows.h - The newest rows of the whole archive, without a walk over all of it.
//
// Whoever opens the page, a feed reader or a monitor asks for everything, newest first. Docids
// follow the days, so the rows are at the end of the dated articles of each segment: a window there
// grows until it has enough.
#pragma once

#include "archive/search/deadline.h"
#include "archive/search/ranking.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace archive {

/// The best `keep` rows after `after` in the order of Sort::newest, of all live articles. Nothing
/// where the dated articles have no more rows than that: then whoever asks must look at all.
std::optional<std::vector<RankedMatch>> newest_rows(const Snapshot& snapshot, Rows rows,
                                                    std::size_t keep,
                                                    const std::optional<RowKey>& after,
                                                    StoryMatches& stories, DeadlineWatch& watch);

}  // namespace archive
