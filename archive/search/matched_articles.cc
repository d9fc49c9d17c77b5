// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/matched_articles.h"

#include <algorithm>

namespace archive {

MatchedArticles::MatchedArticles(const ArticlePlaces& places, const std::vector<FacetKind>& kinds,
                                 bool has_days)
    : passing_{ArticleSet(places)} {
    if (has_days) by_days_.emplace(CountedArticles{ArticleSet(places)});
    for (const auto kind : kinds) of_facets_.push_back({kind, {ArticleSet(places)}});
}

template <typename Visit>
void MatchedArticles::for_each_counted(const Visit& visit) {
    visit(passing_, [](Failing failing) { return failing.passes(); });
    if (by_days_) visit(*by_days_, [](Failing failing) { return failing.counts_by_days(); });
    for (auto& [kind, counted] : of_facets_)
        visit(counted, [kind = kind](Failing failing) { return failing.counts_for(kind); });
}

void MatchedArticles::add(std::span<const StoryMatch> versions) {
    const auto& places = passing_.articles.places();
    for_each_counted([&](CountedArticles& counted, const auto& counts) {
        of_story_.clear();
        for (const auto& version : versions) {
            if (!counts(version.failing)) continue;
            of_story_.push_back(places.of(version.segment, version.docid));
            counted.articles.add(of_story_.back());
        }
        counted.stories.add(of_story_);
    });
}

void MatchedArticles::add_alone(std::span<const StoryMatch> matches) {
    for_each_counted([&](CountedArticles& counted, const auto&) {
        for (const auto& match : matches) counted.articles.add(match.segment, match.docid);
    });
}

void MatchedArticles::add_alone(std::size_t segment, std::size_t first,
                                std::span<const std::uint64_t> bits) {
    for_each_counted(
        [&](CountedArticles& counted, const auto&) { counted.articles.add(segment, first, bits); });
}

const CountedArticles& MatchedArticles::counting_for(FacetKind kind) const {
    const auto facet = std::find_if(of_facets_.begin(), of_facets_.end(),
                                    [&](const OfFacet& one) { return one.kind == kind; });
    return facet == of_facets_.end() ? passing_ : facet->counted;
}

}  // namespace archive
