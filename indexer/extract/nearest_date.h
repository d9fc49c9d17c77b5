// SPDX-License-Identifier: GPL-2.0-or-later
// nearest_date.h - Which of the dates that a page's text prints is the article's.
#pragma once

#include "indexer/extract/text_lines.h"

#include <vector>

namespace indexer {

/// Of the lines that hold a date, the one nearest to the first long sentence: what stands below it
/// is three lines farther away, and one that says "published" is near wherever it stands. Null when
/// there is no such line or no long sentence.
const TextLine* nearest_date_line(const std::vector<TextLine>& lines);

}  // namespace indexer
