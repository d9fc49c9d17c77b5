// SPDX-License-Identifier: GPL-2.0-or-later
// rows.h - Articles as they are shown: a row of a list, or whole, with the marks of a search.
#pragma once

#include "archive/search/marks.h"
#include "archive/search/ranking.h"
#include "archive/search/search_result.h"

#include <span>

namespace archive {

enum class Snippets : bool { no, yes };

/// Lets memory fetch what the rows of these matches are made of, all at once: one after the other
/// each would wait for its own (ten rows of 100,000 articles: 10 to 24 us, 2026-11-22).
void fetch_rows(const Snapshot& snapshot, std::span<const RankedMatch> matches);

/// The row of a match; title and snippet marked. Of its article those parts at least are read.
ResultRow row_of(const Snapshot& snapshot, const RankedMatch& match, MarkFinder& marks,
                 Snippets snippets, ArticleParts parts = ArticleParts::row);

/// The row of any article, without marks and snippet.
ResultRow bare_row(const Snapshot& snapshot, const Location& location);

/// The whole article, all zones marked; without the articles beside it (kindred.h).
ArticleView view_of(const Snapshot& snapshot, const Location& location, MarkFinder& marks);

}  // namespace archive
