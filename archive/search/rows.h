// SPDX-License-Identifier: GPL-2.0-or-later
// rows.h - Articles as they are shown: a row of a list, or whole, with the marks of a search.
#pragma once

#include "archive/search/deadline.h"
#include "archive/search/marks.h"
#include "archive/search/ranking.h"
#include "archive/search/search_result.h"

#include <span>
#include <vector>

namespace archive {

enum class Snippets : bool { no, yes };
enum class Titles : bool { plain, marked };

/// Lets memory fetch what is read of these matches before their texts, all at once: one after the
/// other each row would wait for its own.
void fetch_places(const Snapshot& snapshot, std::span<const RankedMatch> matches);

/// The row of a match; title and snippet marked. Of its article those parts at least are read.
ResultRow row_of(const Snapshot& snapshot, const RankedMatch& match, MarkFinder& marks,
                 Snippets snippets, ArticleParts parts = ArticleParts::row,
                 Titles titles = Titles::marked);

/// The rows of a page, titles and snippets marked; while one is made, memory fetches the texts of
/// the next.
std::vector<ResultRow> shown_rows(const Snapshot& snapshot, std::span<const RankedMatch> matches,
                                  MarkFinder& marks, Titles titles, DeadlineWatch& watch);

/// The row of any article, without marks and snippet.
ResultRow bare_row(const Snapshot& snapshot, const Location& location);

/// The whole article, all zones marked; without the articles beside it (kindred.h).
ArticleView view_of(const Snapshot& snapshot, const Location& location, MarkFinder& marks);

}  // namespace archive
