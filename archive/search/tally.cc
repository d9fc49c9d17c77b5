// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/tally.h"

#include "archive/base/fold.h"
#include "archive/search/facet_names.h"
#include "archive/search/histogram.h"
#include "archive/search/names_facet.h"

#include <algorithm>

namespace archive {

namespace {

/// A story of which `found` versions count.
void add_story(BothCounts& counts, std::uint64_t found) {
    counts.articles += found;
    if (found > 0) ++counts.stories;
}

std::string month_name(DayNumber day) {
    return iso_day(day).substr(0, std::string_view("2024-06").size());
}

std::string year_name(DayNumber day) {
    return iso_day(day).substr(0, std::string_view("2024").size());
}

}  // namespace

Tally::Tally(const ArchiveFacts& facts, const SearchRequest& request, const DateFilter& dates,
             const std::vector<FieldFilter>& fields)
    : facts_(facts), request_(request), dates_(dates), fields_(fields) {
    counts_days_ = request.histogram != BinUnit::none;
    bool names = false;
    for (const auto kind : request.facets) {
        if (kind == FacetKind::year || kind == FacetKind::month)
            counts_days_ = true;
        else if (kind == FacetKind::certainty)
            counts_certainty_ = true;
        else
            names = true;
        for (const auto& field : fields) {
            if (field.field().name != name(kind)) continue;
            if (auto test = field.test(facts)) asked_.push_back({kind, std::move(*test)});
        }
    }
    asks_dates_ = counts_days_ && dates.filters();
    if (names || counts_days_) {
        std::vector<FacetKind> with_filter;
        for (const auto& asked : asked_) {
            if (counts_names(asked.kind)) with_filter.push_back(asked.kind);
        }
        matched_.emplace(facts.places(), with_filter, asks_dates_);
    }
}

bool Tally::asks(const FieldFilter& field) const {
    return std::any_of(asked_.begin(), asked_.end(),
                       [&](const Asked& asked) { return name(asked.kind) == field.field().name; });
}

std::optional<Failing> Tally::failing(Location location) const {
    const auto& segment = facts_.snapshot().segment(location.segment);
    auto failing = Failing::nothing();
    if (asks_dates_ && !dates_.holds(segment, location.docid)) failing = Failing::days();
    for (const auto& asked : asked_) {
        if (asked.test.holds(location.segment, segment, location.docid)) continue;
        if (!failing.passes()) return std::nullopt;
        failing = Failing::filter_of(asked.kind);
    }
    return failing;
}

void Tally::count(std::span<const StoryMatch> versions) {
    std::uint64_t passing = 0;
    std::array<std::uint64_t, 3> certainty{};
    for (const auto& version : versions) {
        if (version.failing.passes()) ++passing;
        if (!counts_certainty_ || !version.failing.counts_for(FacetKind::certainty)) continue;
        ++certainty[facts_.snapshot().segment(version.segment).certainty[version.docid]];
    }
    add_story(total_, passing);
    for (std::size_t i = 0; i < certainty.size(); ++i) add_story(certainty_[i], certainty[i]);
    if (matched_) matched_->add(versions);
}

void Tally::count_alone(std::span<const StoryMatch> matches) {
    if (!counts_by_bits()) {
        for (const auto& match : matches) count({&match, 1});
        return;
    }
    count_alone(matches.size());
    if (matched_) matched_->add_alone(matches);
}

std::uint64_t Tally::count_alone(std::size_t segment, std::size_t first,
                                 std::span<const std::uint64_t> bits) {
    const auto matches = count_common_bits(bits.data(), bits.data(), bits.size());
    count_alone(matches);
    if (matched_) matched_->add_alone(segment, first, bits);
    return matches;
}

std::uint64_t Tally::undated_outside() const {
    if (!asks_dates_ || !dates_.leaves_out_undated()) return 0;
    const auto& windows = facts_.day_windows();
    return windows.undated(matched_->counting_by_days().articles)
           - windows.undated(matched_->passing().articles);
}

BothCounts Tally::undated() const {
    const auto& windows = facts_.day_windows();
    BothCounts counts;
    const auto& [articles, stories] = matched_->counting_by_days();
    counts.articles = counts.stories = windows.undated(articles);
    if (counts.articles < 2) return counts;
    stories.for_each([&](std::span<const ArticlePlaces::Place> versions) {
        const auto undated = std::count_if(versions.begin(), versions.end(),
                                           [&](auto place) { return windows.is_undated(place); });
        if (undated > 1) counts.stories -= static_cast<std::uint64_t>(undated - 1);
    });
    return counts;
}

FacetResult Tally::finished(FacetKind kind, std::vector<FacetValue> values,
                            const std::vector<std::string>& selected) const {
    if (!request_.facet_prefix.empty()) {
        const auto prefix = folded(request_.facet_prefix);
        std::erase_if(values, [&](const FacetValue& value) {
            return !a_word_begins_with(folded(value.label), prefix);
        });
    }
    std::stable_sort(values.begin(), values.end(),
                     [](const FacetValue& left, const FacetValue& right) {
                         if (left.counts.articles != right.counts.articles)
                             return left.counts.articles > right.counts.articles;
                         return left.label < right.label;
                     });
    FacetResult result{kind, {}};
    for (auto& value : values) {
        const bool chosen =
            std::find(selected.begin(), selected.end(), value.value) != selected.end();
        if (chosen || result.values.size() < request_.facet_limit)
            result.values.push_back(std::move(value));
    }
    return result;
}

FacetResult Tally::days_facet(FacetKind kind) const {
    const bool years = kind == FacetKind::year;
    std::vector<FacetValue> values;
    for (const auto& bin : bins(facts_.day_windows().span(matched_->counting_by_days().articles),
                                years ? BinUnit::year : BinUnit::month)) {
        if (bin.counts.articles == 0) continue;
        const auto value = years ? year_name(bin.start) : month_name(bin.start);
        values.push_back({value, value, bin.counts});
    }
    return finished(kind, std::move(values), {});
}

FacetResult Tally::certainty_facet() const {
    std::vector<std::string> selected;
    for (const auto& field : fields_) {
        if (field.field().matching == schema::Matching::certainty) selected = field.wanted();
    }
    std::vector<FacetValue> values;
    for (const auto certainty : {Certainty::stated, Certainty::inferred, Certainty::none}) {
        const auto& counts = certainty_[static_cast<std::size_t>(certainty)];
        const std::string value(name(certainty));
        const bool chosen = std::find(selected.begin(), selected.end(), value) != selected.end();
        if (counts.articles > 0 || chosen) values.push_back({value, value, counts});
    }
    return finished(FacetKind::certainty, std::move(values), selected);
}

FacetResult Tally::names_facet(FacetKind kind, DeadlineWatch& watch) const {
    const auto& names = facts_.names(*names_column_of(kind));
    FacetWanted wanted{kind, request_.facet_limit, request_.facet_prefix, {}};
    std::vector<FacetValue> unknown;  // selected, but no article has them
    for (const auto& field : fields_) {
        if (field.field().name != name(kind)) continue;
        for (const auto& value : field.wanted()) {
            const auto numbers = field.numbers(value, names);
            wanted.selected.insert(wanted.selected.end(), numbers.begin(), numbers.end());
            if (numbers.empty()) unknown.push_back({value, value, {}});
        }
    }
    FacetResult result{kind, facet_values(facts_, *matched_, wanted, watch)};
    result.values.insert(result.values.end(), unknown.begin(), unknown.end());
    return result;
}

std::vector<FacetResult> Tally::facets(DeadlineWatch& watch) const {
    std::vector<FacetResult> results;
    for (const auto kind : request_.facets) {
        if (kind == FacetKind::year || kind == FacetKind::month) {
            results.push_back(days_facet(kind));
            continue;
        }
        if (kind == FacetKind::certainty) {
            results.push_back(certainty_facet());
            continue;
        }
        results.push_back(names_facet(kind, watch));
    }
    return results;
}

std::optional<HistogramResult> Tally::histogram() const {
    if (request_.histogram == BinUnit::none) return std::nullopt;
    const auto span = charted();
    const auto unit = drawn_unit(request_.histogram, span);
    return HistogramResult{unit, bins(span, unit), undated()};
}

DaySpan Tally::charted() const {
    const auto days = facts_.day_windows().span(matched_->counting_by_days().articles);
    return span_over(days, dates_.spans, span_of_live(facts_.snapshot()));
}

std::vector<HistogramBin> Tally::bins(const DaySpan& span, BinUnit unit) const {
    return bins_of(span, unit, facts_.day_windows(), matched_->counting_by_days());
}

}  // namespace archive
