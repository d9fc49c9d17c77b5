// SPDX-License-Identifier: GPL-2.0-or-later
// merge_choice.h - Which segments to join next.
//
// Every segment costs a query something, every merge rewrites articles. So segments of about one
// size are joined, four at a time, and an article is rewritten about log4(N / 1,000) times in all.
#pragma once

#include "archive/index/manifest.h"

#include <cstddef>
#include <vector>

namespace archive {

/// Places in `segments` to be joined into one: four of a size; else the smallest, when more than
/// `live_segments` are left; else one that is mostly deleted. None when nothing is to be done. A
/// merge of more than `segment_articles` waits until there are too many segments.
std::vector<std::size_t> segments_to_merge(const std::vector<SegmentEntry>& segments,
                                           std::size_t segment_articles, std::size_t live_segments);

}  // namespace archive
