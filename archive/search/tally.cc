// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/tally.h"

#include "archive/base/fold.h"

#include <algorithm>
#include <map>

namespace archive {

namespace {

/// More bins than that nobody draws, so a coarser unit answers instead.
constexpr DayNumber most_bins = 20'000;

BothCounts both(std::uint64_t articles) {
    return {articles, articles};  // each article is a story of its own until copies are recognised
}

std::string month_name(DayNumber day) {
    return iso_day(day).substr(0, std::string_view("2024-06").size());
}

std::string year_name(DayNumber day) {
    return iso_day(day).substr(0, std::string_view("2024").size());
}

}  // namespace

std::optional<schema::Names> column_of(FacetKind kind) {
    switch (kind) {
        case FacetKind::source: return schema::Names::source;
        case FacetKind::author: return schema::Names::author;
        case FacetKind::section: return schema::Names::section;
        case FacetKind::agency: return schema::Names::agency;
        case FacetKind::lang: return schema::Names::language;
        case FacetKind::tag: return schema::Names::tag;
        case FacetKind::person: return schema::Names::person;
        case FacetKind::org: return schema::Names::org;
        case FacetKind::place: return schema::Names::place;
        case FacetKind::year:
        case FacetKind::month:
        case FacetKind::certainty: break;
    }
    return std::nullopt;
}

/// Articles by the value of a names column.
class Tally::NamesFacet {
public:
    NamesFacet(const ArchiveFacts& facts, FacetKind of)
        : kind(of),
          column_(*column_of(of)),
          names_(facts.names(column_)),
          articles_(names_.size(), 0) {}

    const FacetKind kind;

    void count(std::size_t segment_at, const Segment& segment, Docid docid) {
        const auto locals = segment.names[static_cast<std::size_t>(column_)][docid];
        if (locals.size() == 1) {
            add(names_.number(segment_at, locals.front()));
            return;
        }
        met_.clear();
        for (const auto local : locals) {  // two spellings of one name count once
            const auto number = names_.number(segment_at, local);
            if (std::find(met_.begin(), met_.end(), number) != met_.end()) continue;
            met_.push_back(number);
            add(number);
        }
    }

    /// The most counted values that fit the prefix, at most `limit`, and the selected ones.
    std::vector<FacetValue> values(std::size_t limit, std::string_view prefix,
                                   const std::vector<std::uint32_t>& selected) const {
        auto order = touched_;
        if (!prefix.empty()) {
            std::erase_if(order, [&](std::uint32_t number) {
                return !a_word_begins_with(folded(names_.label(number)), prefix);
            });
        }
        const auto shown = std::min(limit, order.size());
        std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown),
                          order.end(), [&](std::uint32_t left, std::uint32_t right) {
                              if (articles_[left] != articles_[right])
                                  return articles_[left] > articles_[right];
                              if (names_.label(left) != names_.label(right))
                                  return names_.label(left) < names_.label(right);
                              return left < right;
                          });
        order.resize(shown);
        for (const auto number : selected) {
            if (std::find(order.begin(), order.end(), number) == order.end())
                order.push_back(number);
        }
        std::vector<FacetValue> values;
        for (const auto number : order) {
            values.push_back(
                {names_.value(number), std::string(names_.label(number)), both(articles_[number])});
        }
        return values;
    }

    const NameNumbers& names() const { return names_; }
    schema::Names column() const { return column_; }

private:
    void add(std::uint32_t number) {
        if (articles_[number]++ == 0) touched_.push_back(number);
    }

    schema::Names column_;
    const NameNumbers& names_;
    std::vector<std::uint32_t> articles_;  ///< by number
    std::vector<std::uint32_t> touched_;
    std::vector<std::uint32_t> met_;
};

Tally::Tally(const ArchiveFacts& facts, const SearchRequest& request, const DateFilter& dates,
             const std::vector<FieldFilter>& fields)
    : facts_(facts), request_(request), dates_(dates), fields_(fields) {
    counts_days_ = request.histogram != BinUnit::none;
    for (const auto kind : request.facets) {
        if (kind == FacetKind::year || kind == FacetKind::month)
            counts_days_ = true;
        else if (kind == FacetKind::certainty)
            counts_certainty_ = true;
        else
            names_.push_back(std::make_unique<NamesFacet>(facts, kind));
        for (const auto& field : fields) {
            if (field.field().name != name(kind)) continue;
            if (auto test = field.test(facts)) asked_.push_back({kind, std::move(*test)});
        }
    }
    asks_dates_ = counts_days_ && dates.filters();
    if (counts_days_) {
        const auto span = span_of_live(facts.snapshot());
        days_ = DayCounts(span.first, span.last);
    }
}

Tally::~Tally() = default;

bool Tally::asks(const FieldFilter& field) const {
    return std::any_of(asked_.begin(), asked_.end(),
                       [&](const Asked& asked) { return name(asked.kind) == field.field().name; });
}

bool Tally::count(Location location) {
    const auto& segment = facts_.snapshot().segment(location.segment);
    const auto docid = location.docid;
    const bool days_fail = asks_dates_ && !dates_.holds(segment, docid);
    int failed = days_fail ? 1 : 0;
    FacetKind failing{};
    for (const auto& asked : asked_) {
        if (asked.test.holds(location.segment, segment, docid)) continue;
        if (++failed > 1) return false;
        failing = asked.kind;
    }
    const bool fields_hold = failed == (days_fail ? 1 : 0);
    const auto certainty = segment.certainty[docid];
    if (counts_days_ && fields_hold) {
        if (segment.first_day[docid] == 0) {
            ++undated_;
            if (days_fail && dates_.leaves_out_undated()) ++undated_outside_;
        } else {
            days_.add(segment.first_day[docid],
                      certainty == static_cast<std::uint8_t>(Certainty::inferred));
        }
    }
    if (days_fail) return false;
    for (const auto& facet : names_) {
        if (fields_hold || failing == facet->kind) facet->count(location.segment, segment, docid);
    }
    if (counts_certainty_ && (fields_hold || failing == FacetKind::certainty))
        ++certainty_[certainty];
    if (!fields_hold) return false;
    ++total_;
    return true;
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
    std::map<std::string, std::uint64_t> counts;
    days_.for_each([&](DayNumber day, const DayCounts::Count& count) {
        counts[kind == FacetKind::year ? year_name(day) : month_name(day)] += count.articles;
    });
    std::vector<FacetValue> values;
    for (const auto& [value, articles] : counts) values.push_back({value, value, both(articles)});
    return finished(kind, std::move(values), {});
}

FacetResult Tally::certainty_facet() const {
    std::vector<std::string> selected;
    for (const auto& field : fields_) {
        if (field.field().matching == schema::Matching::certainty) selected = field.wanted();
    }
    std::vector<FacetValue> values;
    for (const auto certainty : {Certainty::stated, Certainty::inferred, Certainty::none}) {
        const auto articles = certainty_[static_cast<std::size_t>(certainty)];
        const std::string value(name(certainty));
        const bool chosen = std::find(selected.begin(), selected.end(), value) != selected.end();
        if (articles > 0 || chosen) values.push_back({value, value, both(articles)});
    }
    return finished(FacetKind::certainty, std::move(values), selected);
}

std::vector<FacetResult> Tally::facets() const {
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
        const auto facet = std::find_if(names_.begin(), names_.end(),
                                        [&](const auto& held) { return held->kind == kind; });
        std::vector<std::uint32_t> selected;
        std::vector<FacetValue> unknown;  // selected, but no article has them
        for (const auto& field : fields_) {
            if (field.field().name != name(kind)) continue;
            for (const auto& value : field.wanted()) {
                const auto numbers = field.numbers(value, (*facet)->names());
                selected.insert(selected.end(), numbers.begin(), numbers.end());
                if (numbers.empty()) unknown.push_back({value, value, {}});
            }
        }
        FacetResult result{
            kind, (*facet)->values(request_.facet_limit, folded(request_.facet_prefix), selected)};
        result.values.insert(result.values.end(), unknown.begin(), unknown.end());
        results.push_back(std::move(result));
    }
    return results;
}

BinUnit fitting_unit(const DaySpan& span) {
    const auto days = span.last - span.first + 1;
    if (days <= 62) return BinUnit::day;
    if (days <= 2 * 366) return BinUnit::week;
    if (days <= 15 * 366) return BinUnit::month;
    return BinUnit::year;
}

std::optional<HistogramResult> Tally::histogram() const {
    if (request_.histogram == BinUnit::none) return std::nullopt;
    HistogramResult result;
    result.undated = both(undated_);
    auto span = days_.span();
    const auto archive = span_of_live(facts_.snapshot());
    for (const auto& asked : dates_.spans) {  // the chart reaches over the days that are asked for
        if (span.first == 0 || !asked.meets(archive)) continue;
        if (asked.first > archive.first) span.first = std::min(span.first, asked.first);
        if (asked.last < archive.last) span.last = std::max(span.last, asked.last);
    }
    result.unit =
        request_.histogram == BinUnit::automatic ? fitting_unit(span) : request_.histogram;
    if (result.unit == BinUnit::day && span.last - span.first >= most_bins)
        result.unit = BinUnit::month;
    if (result.unit == BinUnit::week && (span.last - span.first) / 7 >= most_bins)
        result.unit = BinUnit::month;
    if (span.first == 0) return result;

    for (DayNumber start = bin_start(result.unit, span.first); start <= span.last;
         start = next_bin(result.unit, start))
        result.bins.push_back({start, {}, 0, 0});
    const auto spread = [&](const DayCounts& days, auto into) {
        std::size_t at = 0;
        days.for_each([&](DayNumber day, const DayCounts::Count& count) {
            if (day < result.bins.front().start) return;
            while (at + 1 < result.bins.size() && result.bins[at + 1].start <= day) ++at;
            if (at + 1 == result.bins.size() && day >= next_bin(result.unit, result.bins[at].start))
                return;
            into(result.bins[at], count);
        });
    };
    spread(days_, [](HistogramBin& bin, const DayCounts::Count& count) {
        bin.counts.articles += count.articles;
        bin.counts.stories += count.articles;
        bin.inferred += count.inferred;
    });
    spread(facts_.days(),
           [](HistogramBin& bin, const DayCounts::Count& count) { bin.archive += count.articles; });
    return result;
}

}  // namespace archive
