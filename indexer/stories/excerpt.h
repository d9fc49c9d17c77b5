// SPDX-License-Identifier: GPL-2.0-or-later
// excerpt.h - Tells a brief that stands in a digest of briefs from a story that was cut.
//
// Both are small texts within a large one. But what is left of a story speaks of the people and
// places of the whole, and the other briefs of a digest speak of others.
#pragma once

#include "indexer/stories/copy_text.h"

namespace indexer {

/// Whether a good part of the larger text's first words are in the smaller.
bool has_opening(const CopyText& smaller, const CopyText& larger);

/// How many of the names in the smaller text stand also where the larger says something else, 0 to
/// 1; 1 when it has too few of them to tell.
double names_beside(const CopyText& smaller, const CopyText& larger);

}  // namespace indexer
