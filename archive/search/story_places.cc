// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/story_places.h"

namespace archive {

void StoryPlaces::add(std::span<const Place> versions) {
    if (versions.size() < 2) return;  // nothing it could repeat
    if (versions.size() == 2) {
        ones_.push_back(versions[0]);
        others_.push_back(versions[1]);
        return;
    }
    more_.insert(more_.end(), versions.begin(), versions.end());
    ends_.push_back(more_.size());
}

std::uint64_t StoryPlaces::repeats_in(const std::uint64_t* having) const {
    auto repeats = count_pairs(having, ones_, others_);
    std::size_t begin = 0;
    for (const auto end : ends_) {
        const auto versions = count_places(having, std::span(more_).subspan(begin, end - begin));
        repeats += versions - (versions > 0);
        begin = end;
    }
    return repeats;
}

}  // namespace archive
