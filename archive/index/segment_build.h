// SPDX-License-Identifier: GPL-2.0-or-later
// segment_build.h - Makes a segment of packed articles with several threads.
//
// Cutting words is independent of the order, storing them is not: threads make documents a window
// ahead, the calling thread adds them in order. What is built is the same for any number of
// threads.
#pragma once

#include "archive/index/segment.h"

#include <cstdint>
#include <functional>
#include <string>

namespace archive {

/// An article to go into a segment.
struct SegmentInput {
    std::string packed;  ///< one frame of article_codec.h
    std::int64_t added = 0;
};

/// Builds `folder` from articles 0 to `count`-1, which `input` hands over by number, in the order
/// of segment.h. `input` is called from several threads. `progress` is told how many are done, from
/// the calling thread, now and then. Throws Failure.
SegmentFacts build_segment(const std::string& folder, std::size_t count, unsigned jobs,
                           const std::function<SegmentInput(std::size_t)>& input,
                           const std::function<void(std::size_t)>& progress);

}  // namespace archive
