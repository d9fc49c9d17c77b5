// SPDX-License-Identifier: GPL-2.0-or-later
// tally.h - Counts over the matches: totals, facets, histogram, undated, all in one pass.
//
// Facet counts leave out their own facet's filter and histogram counts the days. So a filter whose
// facet is asked for does not thin out the matches: it is asked of each article, and an article
// that fails only that filter counts for that facet alone.
#pragma once

#include "archive/search/archive_facts.h"
#include "archive/search/filters.h"
#include "archive/search/search_request.h"
#include "archive/search/search_result.h"

#include <memory>
#include <optional>
#include <vector>

namespace archive {

/// The column a facet counts; none for year, month and certainty.
std::optional<schema::Names> column_of(FacetKind kind);

/// What one request counts. For one pass, one thread.
class Tally {
public:
    /// `dates` and `fields` are all filters of the request; those that asked_of_articles() says
    /// must not be part of the plan that is matched.
    Tally(const ArchiveFacts& facts, const SearchRequest& request, const DateFilter& dates,
          const std::vector<FieldFilter>& fields);
    ~Tally();

    bool asks_dates() const { return asks_dates_; }
    bool asks(const FieldFilter& field) const;

    /// Counts a match of everything else. Says whether it passes the filters asked here, too.
    bool count(Location location);

    std::uint64_t total() const { return total_; }

    /// Matches without a date that only the days leave out; only when asks_dates().
    std::uint64_t undated_outside() const { return undated_outside_; }

    std::vector<FacetResult> facets() const;
    std::optional<HistogramResult> histogram() const;

private:
    class NamesFacet;
    struct Asked {
        FacetKind kind;
        FieldFilter::Test test;
    };
    FacetResult days_facet(FacetKind kind) const;
    FacetResult certainty_facet() const;
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
    std::vector<std::unique_ptr<NamesFacet>> names_;
    DayCounts days_;  ///< matches by day, the date filter left out
    std::uint64_t undated_ = 0;
    std::uint64_t undated_outside_ = 0;
    std::uint64_t total_ = 0;
    std::array<std::uint64_t, 3> certainty_{};
};

/// Few enough bins to draw: days up to two months, weeks up to two years, months up to fifteen
/// years, years beyond.
BinUnit fitting_unit(const DaySpan& span);

}  // namespace archive
