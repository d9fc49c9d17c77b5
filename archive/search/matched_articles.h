// SPDX-License-Identifier: GPL-2.0-or-later
// matched_articles.h - The matches of one search, kept until their names and days are counted.
//
// How names are counted best shows only when all matches are there, and days are counted by bits
// (day_windows.h). Facets leave out their own
// filter, so there is a set of what passes all filters, and one for each facet that has a filter
// with what fails that alone besides, and one of what fails the days alone. The versions of a story
// that match together are kept side by side: what they repeat counts once in stories.
#pragma once

#include "archive/search/article_set.h"
#include "archive/search/search_request.h"
#include "archive/search/story_matches.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace archive {

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
    const ArticleSet& counting_for(FacetKind kind) const;

    /// Whether a facet has a filter of its own, so that others may count for it than pass.
    bool has_filter(FacetKind kind) const { return &counting_for(kind) != &passing_; }

    /// All that pass every filter, and all that do when the days are left out.
    const ArticleSet& passing() const { return passing_; }
    const ArticleSet& counting_by_days() const { return by_days_ ? *by_days_ : passing_; }

    /// Calls `visit(std::span<const StoryMatch>)` for each story with several matches.
    template <typename Visit>
    void for_each_story(const Visit& visit) const {
        std::size_t begin = 0;
        for (const auto end : ends_) {
            visit(std::span(versions_).subspan(begin, end - begin));
            begin = end;
        }
    }

private:
    struct Counting {
        FacetKind kind;
        ArticleSet articles;
    };
    void add(const StoryMatch& match);

    ArticleSet passing_;
    std::vector<Counting> counting_;
    std::optional<ArticleSet> by_days_;
    std::vector<StoryMatch> versions_;  ///< of the stories with several, one after the other
    std::vector<std::size_t> ends_;     ///< of each story
};

}  // namespace archive
