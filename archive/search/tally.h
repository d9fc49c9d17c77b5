// SPDX-License-Identifier: GPL-2.0-or-later
// tally.h - Counts over the matches: totals, facets, histogram, undated, all in one pass.
//
// Everything is counted in articles and in stories: a story counts once in a value or a bin however
// many of its versions have it. So all versions of a story come together, and what they repeat is
// taken off.
//
// Facet counts leave out their own facet's filter and histogram counts the days. So a filter whose
// facet is asked for does not thin out the matches: it is asked of each article, and an article
// that fails only that filter counts for that facet alone.
#pragma once

#include "archive/search/archive_facts.h"
#include "archive/search/deadline.h"
#include "archive/search/filters.h"
#include "archive/search/matched_articles.h"
#include "archive/search/search_request.h"
#include "archive/search/search_result.h"
#include "archive/search/story_matches.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace archive {

/// What one request counts. For one pass, one thread.
class Tally {
public:
    /// `dates` and `fields` are all filters of the request; those that asked_of_articles() says
    /// must not be part of the plan that is matched.
    Tally(const ArchiveFacts& facts, const SearchRequest& request, const DateFilter& dates,
          const std::vector<FieldFilter>& fields);

    bool asks_dates() const { return asks_dates_; }
    bool counts_only_totals() const { return !counts_certainty_ && !matched_ && asked_.empty(); }
    bool asks(const FieldFilter& field) const;

    /// What a match of everything else fails of the filters asked here; nothing when that is so
    /// much that it counts nowhere.
    std::optional<Failing> failing(Location location) const;

    /// Whether failing() says anything but that nothing is failed.
    bool asks_filters() const { return asks_dates_ || !asked_.empty(); }

    /// Counts the matches of one story, all at once.
    void count(std::span<const StoryMatch> versions);

    /// Counts matches each of which is alone in its story.
    void count_alone(std::span<const StoryMatch> matches);

    /// Whether matches may be counted by the bits of words of their segment's bitmap.
    bool counts_by_bits() const { return !counts_certainty_ && !asks_filters(); }

    /// The same of these, in words from `first` on, when counts_by_bits(). Returns how many.
    std::uint64_t count_alone(std::size_t segment, std::size_t first,
                              std::span<const std::uint64_t> bits);

    BothCounts total() const { return total_; }

    /// Articles without a date that only the days leave out; only when asks_dates().
    std::uint64_t undated_outside() const;

    /// Names are counted here, hence the deadline.
    std::vector<FacetResult> facets(DeadlineWatch& watch) const;
    std::optional<HistogramResult> histogram() const;

    /// For charts of several requests in the same bins, and only when the request has a histogram:
    /// the days to be drawn, the bins of any days, matches without a date.
    DaySpan charted() const;
    std::vector<HistogramBin> bins(const DaySpan& span, BinUnit unit) const;
    BothCounts undated() const;

private:
    void count_alone(std::uint64_t matches) {
        total_.articles += matches;
        total_.stories += matches;
    }
    struct Asked {
        FacetKind kind;
        FieldFilter::Test test;
    };
    FacetResult days_facet(FacetKind kind) const;
    FacetResult certainty_facet() const;
    FacetResult names_facet(FacetKind kind, DeadlineWatch& watch) const;
    FacetResult finished(FacetKind kind, std::vector<FacetValue> values,
                         const std::vector<std::string>& selected) const;

    const ArchiveFacts& facts_;
    const SearchRequest& request_;
    const DateFilter& dates_;
    const std::vector<FieldFilter>& fields_;
    bool asks_dates_ = false;
    bool counts_days_ = false;
    bool counts_certainty_ = false;
    std::vector<Asked> asked_;
    std::optional<MatchedArticles> matched_;  ///< when names or days are counted
    BothCounts total_;
    std::array<BothCounts, 3> certainty_{};
};

}  // namespace archive
