// SPDX-License-Identifier: GPL-2.0-or-later
// snippet.h - The stretch of an article that shows best why it matched.
#pragma once

#include "archive/search/marks.h"
#include "archive/search/search_result.h"

#include <string_view>
#include <vector>

namespace archive {

/// A text as segments: marks are hits, what stands between them is not; line breaks become blanks.
/// Marks are sorted and do not overlap.
std::vector<TextSegment> segments_of(std::string_view text, const std::vector<Mark>& marks);

/// About 240 characters where the most different things looked for stand close, cut between words;
/// the beginning of the text when nothing is marked. An ellipsis stands where text was left out.
/// Never furniture, unless something was looked for there.
std::vector<TextSegment> snippet_of(const Article& article, const std::vector<IndexedZone>& zones,
                                    const std::vector<std::vector<Mark>>& marks);

}  // namespace archive
