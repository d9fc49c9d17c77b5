// SPDX-License-Identifier: GPL-2.0-or-later
// repeated_lines.h - Takes the lines that a source prints again and again out of an article.
//
// Counting alone would take too much: follow-up stories repeat a paragraph of background, and
// columns repeat their headline. So a written-out sentence that is not in a good part of all
// articles goes only beside other furniture, a headline only when most articles have it, and
// byline, dateline, credit, caption and date never. An article keeps its body whatever is counted.
#pragma once

#include "archive/model/article.h"
#include "indexer/extract/line_standing.h"
#include "indexer/extract/text_lines.h"

#include <vector>

namespace indexer {

/// Which of the lines of an article, in reading order and with the kinds found so far, are page
/// furniture, those that were before included.
std::vector<bool> furniture_among(const std::vector<TextLine>& lines,
                                  const LineStandings& standings);

/// Moves the lines that repeat to zones of furniture, in their place. A plain text is zoned anew
/// without them, as what stood above its headline hid it: title, byline, section and date follow.
/// Whether anything changed.
bool part_repeated_lines(archive::Article& article, const LineStandings& standings);

}  // namespace indexer
