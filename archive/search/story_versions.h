// SPDX-License-Identifier: GPL-2.0-or-later
// story_versions.h - The matches that share their story with other matches, for taking off what
// they repeat.
//
// A facet's value counts once in a story, however many versions have it. Most stories are two
// versions, and whether both have a name is a look at two bits.
#pragma once

#include "archive/search/article_set.h"
#include "archive/search/matched_articles.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace archive {

/// For one pass, one thread.
class StoryVersions {
public:
    /// Those that count for a facet.
    StoryVersions(const MatchedArticles& matched, FacetKind kind, const ArticlePlaces& places);

    /// How many versions have the name that another version of their story has counted for.
    /// `having` are the words of all articles that have it.
    std::uint64_t repeats_in(const std::uint64_t* having) const;

    /// All of them, story after story, and the number of each one's story, from 1.
    std::span<const ArticlePlaces::Place> places() const { return places_; }
    std::span<const std::uint32_t> stories() const { return stories_; }

private:
    /// Its bit among the words of an ArticleSet.
    struct Version {
        std::uint64_t bit;
        std::size_t word;
        bool in(const std::uint64_t* words) const { return (words[word] & bit) != 0; }
    };
    static Version version_at(ArticlePlaces::Place place) {
        return {std::uint64_t{1} << (place % 64), place / 64};
    }
    void add_story(std::span<const ArticlePlaces::Place> places);

    std::vector<ArticlePlaces::Place> places_;
    std::vector<std::uint32_t> stories_;
    std::vector<std::pair<Version, Version>> pairs_;  ///< stories of two
    std::vector<Version> more_;                       ///< of stories of more, one after the other
    std::vector<std::size_t> ends_;                   ///< of each of these stories
};

/// Those of each facet, found when they are first asked for: facets without a filter of their own
/// have the same.
class VersionsOfFacets {
public:
    /// Both outlive it.
    VersionsOfFacets(const MatchedArticles& matched, const ArticlePlaces& places)
        : matched_(matched), places_(places) {}

    /// Until another facet is asked for.
    const StoryVersions& of(FacetKind kind);

private:
    const MatchedArticles& matched_;
    const ArticlePlaces& places_;
    std::optional<StoryVersions> passing_, own_;
};

}  // namespace archive
