// SPDX-License-Identifier: GPL-2.0-or-later
// segment_build.h - Makes a segment of packed articles with several threads.
//
// Cutting words and writing postings is done in parts of consecutive articles by threads, a few
// parts ahead; the calling thread stores columns, tokens and texts in order and joins the postings
// at the end. What is found in a segment does not depend on the number of threads.
#pragma once

#include "archive/index/segment.h"
#include "archive/index/signatures.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace archive {

/// An article to go into a segment.
struct SegmentInput {
    std::string encoded;  ///< by encode_article()
    std::int64_t added = 0;
    Signatures signatures;
    std::string packed;  ///< the same by quickly_packed() of article_codec.h, when it is at hand
};

/// Builds `folder` from articles that `input` hands over by number, in the order of segment.h.
/// `packed_bytes` has about the size of each, packed; `input` is called from several threads.
/// `progress` is told how many are done, from the calling thread, now and then. Throws Failure.
SegmentFacts build_segment(const std::string& folder,
                           const std::vector<std::uint32_t>& packed_bytes, unsigned jobs,
                           const std::function<SegmentInput(std::size_t)>& input,
                           const std::function<void(std::size_t)>& progress);

}  // namespace archive
