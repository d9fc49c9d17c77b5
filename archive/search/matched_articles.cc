// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/matched_articles.h"

#include <algorithm>

namespace archive {

MatchedArticles::MatchedArticles(const ArticlePlaces& places, const std::vector<FacetKind>& kinds,
                                 bool has_days)
    : passing_(places) {
    if (has_days) by_days_.emplace(places);
    for (const auto kind : kinds) counting_.push_back({kind, ArticleSet(places)});
}

void MatchedArticles::add(const StoryMatch& match) {
    if (match.failing.passes()) passing_.add(match.segment, match.docid);
    if (by_days_ && match.failing.counts_by_days()) by_days_->add(match.segment, match.docid);
    for (auto& facet : counting_) {
        if (match.failing.counts_for(facet.kind)) facet.articles.add(match.segment, match.docid);
    }
}

void MatchedArticles::add(std::span<const StoryMatch> versions) {
    for (const auto& version : versions) add(version);
    if (versions.size() < 2) return;
    versions_.insert(versions_.end(), versions.begin(), versions.end());
    ends_.push_back(versions_.size());
}

void MatchedArticles::add_alone(std::span<const StoryMatch> matches) {
    for (const auto& match : matches) passing_.add(match.segment, match.docid);
    if (by_days_) {
        for (const auto& match : matches) by_days_->add(match.segment, match.docid);
    }
    for (auto& facet : counting_) {
        for (const auto& match : matches) facet.articles.add(match.segment, match.docid);
    }
}

void MatchedArticles::add_alone(std::size_t segment, std::size_t first,
                                std::span<const std::uint64_t> bits) {
    passing_.add(segment, first, bits);
    if (by_days_) by_days_->add(segment, first, bits);
    for (auto& facet : counting_) facet.articles.add(segment, first, bits);
}

const ArticleSet& MatchedArticles::counting_for(FacetKind kind) const {
    const auto facet = std::find_if(counting_.begin(), counting_.end(),
                                    [&](const Counting& one) { return one.kind == kind; });
    return facet == counting_.end() ? passing_ : facet->articles;
}

}  // namespace archive
