// SPDX-License-Identifier: GPL-2.0-or-later
// paragraph_alignment.h - Which paragraphs of two texts belong beside each other.
//
//     left   [a b][c d]   [e]     [f]          a b | a b      c | c      d | d      e |       f | f
//     right  [a b  c][d]      [x] [f]                                               | x
//
// The whole texts are compared, not paragraph with paragraph: outlets join and split paragraphs at
// will. Where two paragraphs share enough, each is cut where the other ends, so that what comes out
// lies inside one paragraph of either side and reads well whoever has the longer ones. A paragraph
// that moved stands alone at both its places: a text is read from top to bottom, and so is this.
#pragma once

#include "archive/search/word_changes.h"

#include <vector>

namespace archive {

/// Every word of both sides once, in reading order, each span inside one paragraph of a side; what
/// only the left has comes before what only the right has at the same place.
std::vector<WordSpans> aligned_paragraphs(const ComparedText& left, const ComparedText& right,
                                          DiffBudget& budget);

}  // namespace archive
