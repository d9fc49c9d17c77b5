// SPDX-License-Identifier: GPL-2.0-or-later
// archive_calendar.h - What the archive holds over time, whatever is asked of it.
//
// A chart of few matches may mean that little was written or that little was kept: so trends are
// shown beside the archive's own counts, and its silences are named.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/search/matched_articles.h"
#include "archive/search/search_result.h"

#include <vector>

namespace archive {

struct ArchiveCalendar {
    CountedArticles articles;  ///< all; of the stories, the dated ones
    BothCounts total = {};
    BothCounts undated = {};
    std::vector<DaySpan> gaps = {};  ///< see gaps_between()
};

/// Reads every live article's columns once: some 20 ms for a million.
ArchiveCalendar calendar_of(const Snapshot& snapshot, const ArticlePlaces& places);

/// The stretches of more than 30 days in which no span of `days` lies, between the first and the
/// last. Sorts `days`.
std::vector<DaySpan> gaps_between(std::vector<DaySpan>& days);

/// Articles, and how many stories they are: `stories` holds those of the articles that are not
/// alone in theirs, and is sorted.
BothCounts both_counts(std::uint64_t articles, std::vector<GroupNumber>& stories);

}  // namespace archive
