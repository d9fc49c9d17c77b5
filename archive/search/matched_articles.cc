// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/matched_articles.h"

namespace archive {

MatchedArticles::MatchedArticles(const ArticlePlaces& places, const std::vector<FacetKind>& kinds)
    : passing_(places) {
    for (const auto kind : kinds) failed_.push_back({kind, ArticleSet(places)});
}

void MatchedArticles::add(const StoryMatch& match) {
    if (match.failing.passes()) return passing_.add(match.segment, match.docid);
    for (auto& failed : failed_) {
        if (match.failing.counts_for(failed.kind)) failed.articles.add(match.segment, match.docid);
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
}

ArticleSet MatchedArticles::counting_for(FacetKind kind) const {
    auto all = passing_;
    for (const auto& failed : failed_) {
        if (failed.kind == kind) all.add(failed.articles);
    }
    return all;
}

}  // namespace archive
