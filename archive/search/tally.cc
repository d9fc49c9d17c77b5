// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/tally.h"

#include "archive/base/fold.h"
#include "archive/search/facet_names.h"
#include "archive/search/histogram.h"
#include "archive/search/names_facet.h"

#include <algorithm>
#include <map>

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
    if (names) {
        std::vector<FacetKind> with_filter;
        for (const auto& asked : asked_) {
            if (counts_names(asked.kind)) with_filter.push_back(asked.kind);
        }
        matched_.emplace(facts.places(), with_filter);
    }
    asks_dates_ = counts_days_ && dates.filters();
    if (counts_days_) {
        const auto span = span_of_live(facts.snapshot());
        days_ = DayCounts(span.first, span.last);
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
    std::uint64_t passing = 0, undated = 0;
    std::array<std::uint64_t, 3> certainty{};
    days_met_.clear();
    for (const auto& version : versions) {
        if (version.failing.passes()) ++passing;
        if (!counts_days_ && !counts_certainty_) continue;
        const auto& segment = facts_.snapshot().segment(version.segment);
        const auto sure = segment.certainty[version.docid];
        if (counts_certainty_ && version.failing.counts_for(FacetKind::certainty))
            ++certainty[sure];
        if (!counts_days_ || !version.failing.counts_by_days()) continue;
        const auto day = segment.first_day[version.docid];
        if (day != 0) {
            days_.add(day, sure == static_cast<std::uint8_t>(Certainty::inferred));
            days_met_.push_back(day);
        } else {
            ++undated;
            if (!version.failing.passes() && dates_.leaves_out_undated()) ++undated_outside_;
        }
    }
    add_story(total_, passing);
    add_story(undated_, undated);
    for (std::size_t i = 0; i < certainty.size(); ++i) add_story(certainty_[i], certainty[i]);
    story_days_.add(days_met_);
    if (matched_) matched_->add(versions);
}

void Tally::count_alone(std::span<const StoryMatch> matches) {
    if (asks_filters() || counts_certainty_) {
        for (const auto& match : matches) count({&match, 1});
        return;
    }
    total_.articles += matches.size();
    total_.stories += matches.size();
    if (counts_days_) {
        constexpr auto inferred = static_cast<std::uint8_t>(Certainty::inferred);
        std::uint64_t undated = 0;
        for (const auto& match : matches) {
            const auto& segment = facts_.snapshot().segment(match.segment);
            const auto day = segment.first_day[match.docid];
            if (day != 0)
                days_.add(day, segment.certainty[match.docid] == inferred);
            else
                ++undated;
        }
        undated_.articles += undated;
        undated_.stories += undated;
    }
    if (matched_) matched_->add_alone(matches);
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
    const auto name_of = years ? year_name : month_name;
    std::map<std::string, BothCounts> counts;
    days_.for_each([&](DayNumber day, const DayCounts::Count& count) {
        auto& both = counts[name_of(day)];
        both.articles += count.articles;
        both.stories += count.articles;
    });
    for (const auto& [day, repeats] : story_days_.repeats(years ? BinUnit::year : BinUnit::month))
        counts[name_of(day)].stories -= repeats;
    std::vector<FacetValue> values;
    for (const auto& [value, both] : counts) values.push_back({value, value, both});
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
    return HistogramResult{unit, bins(span, unit), undated_};
}

DaySpan Tally::charted() const {
    return span_over(days_.span(), dates_.spans, span_of_live(facts_.snapshot()));
}

std::vector<HistogramBin> Tally::bins(const DaySpan& span, BinUnit unit) const {
    return bins_of(span, unit, days_, story_days_, facts_.days());
}

}  // namespace archive
