// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/names_facet.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace archive {

std::optional<schema::Names> names_column_of(FacetKind kind) {
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

NamesFacet::NamesFacet(const ArchiveFacts& facts, FacetKind kind)
    : kind_(kind),
      column_(*names_column_of(kind)),
      snapshot_(facts.snapshot()),
      names_(facts.names(column_)),
      articles_(names_.size(), 0),
      met_(std::make_unique_for_overwrite<NameNumbers::Number[]>(names_.size() + 1)) {}

template <typename Visit>
void NamesFacet::for_each_value(const Location& match, const Visit& visit) {
    const auto& segment = snapshot_.segment(match.segment);
    const auto locals = segment.names[static_cast<std::size_t>(column_)][match.docid];
    const auto numbers = names_.numbers(match.segment);
    if (!names_.repeats(match.segment, match.docid)) {
        for (const auto local : locals) visit(numbers[local]);
        return;
    }
    of_article_.clear();
    for (const auto local : locals) of_article_.push_back(numbers[local]);
    constexpr std::size_t few = 32;
    if (of_article_.size() > few) {
        std::sort(of_article_.begin(), of_article_.end());
        const auto end = std::unique(of_article_.begin(), of_article_.end());
        return void(std::for_each(of_article_.begin(), end, visit));
    }
    for (auto at = of_article_.begin(); at != of_article_.end(); ++at) {
        if (std::find(of_article_.begin(), at, *at) == at) visit(*at);
    }
}

void NamesFacet::count(std::span<const StoryMatch> versions) {
    if (versions.size() == 1) {
        if (!versions.front().failing.counts_for(kind_)) return;
        return count_alone(versions.front().location());
    }
    if (++stories_ == 0 || last_story_.empty()) {
        last_story_.assign(articles_.size(), 0);
        stories_ = 1;
    }
    for (const auto& version : versions) {
        if (version.failing.counts_for(kind_))
            for_each_value(version.location(), [this](auto number) { count_in_story(number); });
    }
    if (repeats_.size() < articles_.size()) return;
    repeated_.resize(articles_.size());
    for (const auto number : repeats_) ++repeated_[number];
    repeats_.clear();
}

void NamesFacet::count_in_story(NameNumbers::Number number) {
    count(number);
    if (std::exchange(last_story_[number], stories_) == stories_) repeats_.push_back(number);
}

void NamesFacet::count_alone(const Location& match) {
    // Beside the members, so that they stay in registers.
    auto* const articles = articles_.data();
    auto* const met = met_.get();
    auto met_count = met_count_;
    for_each_value(match, [&](auto number) {
        met[met_count] = number;
        if (articles[number]++ == 0) ++met_count;
    });
    met_count_ = met_count;
}

BothCounts NamesFacet::counts(NameNumbers::Number number) const {
    auto repeats = static_cast<std::uint64_t>(std::count(repeats_.begin(), repeats_.end(), number));
    if (!repeated_.empty()) repeats += repeated_[number];
    return {articles_[number], articles_[number] - repeats};
}

/// The first `limit` of those that are wanted, most counted first. Most are passed over by their
/// count alone, since nothing else of them is in the cache.
template <typename Wanted>
std::vector<NameNumbers::Number> NamesFacet::most_counted(std::size_t limit,
                                                          const Wanted& wanted) const {
    const auto before = [&](NameNumbers::Number left, NameNumbers::Number right) {
        if (articles_[left] != articles_[right]) return articles_[left] > articles_[right];
        if (names_.label(left) != names_.label(right))
            return names_.label(left) < names_.label(right);
        return left < right;
    };
    std::vector<NameNumbers::Number> first;  // a heap, the last of them at its front
    if (limit == 0) return first;
    std::uint32_t least = 0;
    for (const auto number : counted()) {
        if (articles_[number] < least || !wanted(number)) continue;
        if (first.size() == limit) {
            if (!before(number, first.front())) continue;
            std::pop_heap(first.begin(), first.end(), before);
            first.pop_back();
        }
        first.push_back(number);
        std::push_heap(first.begin(), first.end(), before);
        if (first.size() == limit) least = articles_[first.front()];
    }
    std::sort_heap(first.begin(), first.end(), before);
    return first;
}

std::vector<FacetValue> NamesFacet::values(std::size_t limit, std::string_view prefix,
                                           const std::vector<NameNumbers::Number>& selected) const {
    std::vector<NameNumbers::Begun> begun;
    if (!prefix.empty()) begun = names_.begun_with(prefix);
    auto order = most_counted(limit, [&](NameNumbers::Number number) {
        return names_.is_shown(number)
               && (prefix.empty()
                   || std::binary_search(begun.begin(), begun.end(), NameNumbers::Begun{number, {}},
                                         [](const auto& left, const auto& right) {
                                             return left.number < right.number;
                                         }));
    });
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
