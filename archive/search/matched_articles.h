// SPDX-License-Identifier: GPL-2.0-or-later
// matched_articles.h - The matches of one search, kept until their names and days are counted.
//
// How names are counted best shows only when all matches are there, and days are counted by bits
// (day_windows.h). Facets leave out their own filter, so there is a set of what passes all filters,
// and one for each facet that has a filter with what fails that alone besides, and one of what
// fails the days alone. Versions of a story that match together are noted in each: what they repeat
// counts once in stories.
#pragma once

#include "archive/search/search_request.h"
#include "archive/search/story_matches.h"
#include "archive/search/story_places.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace archive {

/// What counts somewhere.
struct CountedArticles {
    ArticleSet articles;
    StoryPlaces stories = {};  ///< those of them that share their story
};

/// For one pass, one thread.
class MatchedArticles {
public:
    /// `kinds` are the facets that have a filter of their own, `has_days` says whether the request
    /// asks for days, which charts leave out. The places outlive it.
    MatchedArticles(const ArticlePlaces& places, const std::vector<FacetKind>& kinds,
                    bool has_days);

    /// The matches of one story, all at once.
    void add(std::span<const StoryMatch> versions);

    /// Matches that fail nothing, each alone in its story.
    void add_alone(std::span<const StoryMatch> matches);

    /// The same by the bits of a segment's bitmap, in words from `first` on.
    void add_alone(std::size_t segment, std::size_t first, std::span<const std::uint64_t> bits);

    /// All that count for a facet.
    const CountedArticles& counting_for(FacetKind kind) const;

    /// All that pass every filter, and all that do when the days are left out.
    const CountedArticles& passing() const { return passing_; }
    const CountedArticles& counting_by_days() const { return by_days_ ? *by_days_ : passing_; }

private:
    struct OfFacet {
        FacetKind kind;
        CountedArticles counted;
    };

    /// Calls `visit(CountedArticles&, counts)` for each, where `counts(Failing)` says which count.
    template <typename Visit>
    void for_each_counted(const Visit& visit);

    CountedArticles passing_;
    std::optional<CountedArticles> by_days_;
    std::vector<OfFacet> of_facets_;
    std::vector<ArticlePlaces::Place> of_story_;  ///< while it is added
};

}  // namespace archive
