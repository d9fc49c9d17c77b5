// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/story_versions.h"

namespace archive {

StoryVersions::StoryVersions(const MatchedArticles& matched, FacetKind kind,
                             const ArticlePlaces& places) {
    std::uint32_t story = 0;
    matched.for_each_story([&](std::span<const StoryMatch> versions) {
        const auto begin = places_.size();
        ++story;
        for (const auto& version : versions) {
            if (!version.failing.counts_for(kind)) continue;
            places_.push_back(places.of(version.segment, version.docid));
            stories_.push_back(story);
        }
        add_story(std::span(places_).subspan(begin));
    });
}

void StoryVersions::add_story(std::span<const ArticlePlaces::Place> places) {
    if (places.size() < 2) return;
    if (places.size() == 2) {
        pairs_.emplace_back(version_at(places[0]), version_at(places[1]));
        return;
    }
    for (const auto place : places) more_.push_back(version_at(place));
    ends_.push_back(more_.size());
}

std::uint64_t StoryVersions::repeats_in(const std::uint64_t* having) const {
    std::uint64_t repeats = 0;
    // Without a branch: nobody can guess which have it.
    for (const auto& [one, other] : pairs_)
        repeats += static_cast<std::uint64_t>(one.in(having)) & other.in(having);
    std::size_t begin = 0;
    for (const auto end : ends_) {
        std::uint64_t versions = 0;
        for (; begin < end; ++begin) versions += more_[begin].in(having);
        repeats += versions - (versions > 0);
    }
    return repeats;
}

const StoryVersions& VersionsOfFacets::of(FacetKind kind) {
    auto& versions = matched_.has_filter(kind) ? own_ : passing_;
    if (!versions || &versions == &own_) versions.emplace(matched_, kind, places_);
    return *versions;
}

}  // namespace archive
