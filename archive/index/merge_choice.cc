// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/merge_choice.h"

#include <algorithm>

namespace archive {

namespace {

/// Segments of one tier (sizes within a factor of four) that are merged into one of the next.
constexpr std::size_t tier_segments = 4;
constexpr std::uint32_t smallest_tier = 1'000;

unsigned tier_of(std::uint32_t documents) {
    unsigned tier = 0;
    for (std::uint32_t size = smallest_tier; documents > size && tier < 16; size *= 4) ++tier;
    return tier;
}

}  // namespace

std::vector<std::size_t> segments_to_merge(const std::vector<SegmentEntry>& segments,
                                           std::size_t segment_articles,
                                           std::size_t live_segments) {
    std::vector<std::size_t> by_size(segments.size());
    for (std::size_t i = 0; i < by_size.size(); ++i) by_size[i] = i;
    const auto live = [&](std::size_t i) { return segments[i].documents - segments[i].deleted; };
    std::sort(by_size.begin(), by_size.end(),
              [&](std::size_t left, std::size_t right) { return live(left) < live(right); });

    for (std::size_t i = 0; i + tier_segments <= by_size.size(); ++i) {
        const std::size_t last = i + tier_segments - 1;
        if (tier_of(live(by_size[i])) != tier_of(live(by_size[last]))) continue;
        std::uint64_t together = 0;
        for (std::size_t k = i; k <= last; ++k) together += live(by_size[k]);
        if (together > segment_articles && segments.size() <= live_segments) continue;
        return {by_size.begin() + static_cast<std::ptrdiff_t>(i),
                by_size.begin() + static_cast<std::ptrdiff_t>(last) + 1};
    }
    if (segments.size() > live_segments) {
        return {by_size.begin(),
                by_size.begin() + static_cast<std::ptrdiff_t>(segments.size() - live_segments) + 1};
    }
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (segments[i].deleted > segments[i].documents / 2) return {i};
    }
    return {};
}

}  // namespace archive
