// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/names_facet.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace archive {

namespace {

/// The column a facet counts; none for year, month and certainty.
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

}  // namespace

bool counts_names(FacetKind kind) {
    return column_of(kind).has_value();
}

NamesFacet::NamesFacet(const ArchiveFacts& facts, FacetKind kind)
    : kind_(kind),
      column_(*column_of(kind)),
      snapshot_(facts.snapshot()),
      names_(facts.names(column_)),
      articles_(names_.size(), 0) {}

template <typename Visit>
void NamesFacet::for_each_value(const StoryMatch& match, const Visit& visit) {
    const auto& segment = snapshot_.segment(match.segment);
    const auto locals = segment.names[static_cast<std::size_t>(column_)][match.docid];
    if (locals.size() == 1) return visit(names_.number(match.segment, locals.front()));
    met_.clear();
    for (const auto local : locals) {  // two spellings of one name count once
        const auto number = names_.number(match.segment, local);
        if (std::find(met_.begin(), met_.end(), number) != met_.end()) continue;
        met_.push_back(number);
        visit(number);
    }
}

void NamesFacet::count(std::span<const StoryMatch> versions) {
    if (versions.size() == 1) {
        if (!versions.front().failing.counts_for(kind_)) return;
        return for_each_value(versions.front(), [this](auto number) { count(number); });
    }
    if (repeats_.empty()) repeats_.resize(articles_.size());
    ++stories_;
    for (const auto& version : versions) {
        if (!version.failing.counts_for(kind_)) continue;
        for_each_value(version, [this](auto number) {
            count(number);
            auto& repeats = repeats_[number];
            if (std::exchange(repeats.last_story, stories_) == stories_) ++repeats.count;
        });
    }
}

void NamesFacet::count_alone(std::span<const StoryMatch> matches) {
    for (const auto& match : matches) for_each_value(match, [this](auto number) { count(number); });
}

BothCounts NamesFacet::counts(NameNumbers::Number number) const {
    const std::uint64_t articles = articles_[number];
    return {articles, articles - (repeats_.empty() ? 0 : repeats_[number].count)};
}

std::vector<FacetValue> NamesFacet::values(std::size_t limit, std::string_view prefix,
                                           const std::vector<NameNumbers::Number>& selected) const {
    auto order = touched_;
    std::erase_if(order, [&](NameNumbers::Number number) { return !names_.is_shown(number); });
    if (!prefix.empty()) {
        const auto begun = names_.begun_with(prefix);
        std::erase_if(order, [&](NameNumbers::Number number) {
            return !std::binary_search(
                begun.begin(), begun.end(), NameNumbers::Begun{number, {}},
                [](const auto& left, const auto& right) { return left.number < right.number; });
        });
    }
    const auto shown = std::min(limit, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown),
                      order.end(), [&](NameNumbers::Number left, NameNumbers::Number right) {
                          if (articles_[left] != articles_[right])
                              return articles_[left] > articles_[right];
                          if (names_.label(left) != names_.label(right))
                              return names_.label(left) < names_.label(right);
                          return left < right;
                      });
    order.resize(shown);
    for (const auto number : selected) {
        if (std::find(order.begin(), order.end(), number) == order.end()) order.push_back(number);
    }
    std::vector<FacetValue> values;
    for (const auto number : order) {
        values.push_back({names_.value(number), std::string(names_.label(number)), counts(number)});
    }
    return values;
}

}  // namespace archive
