// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/story_roles.h"

#include "archive/base/fold.h"
#include "archive/index/shingles.h"
#include "indexer/analysis/agencies.h"

#include <algorithm>

namespace indexer {

namespace {

using archive::Article;
using archive::StoryRole;
using archive::ZoneKind;

/// Whether the outlet is the agency it credits, or one that everybody knows.
bool printed_by_agency(const Article& article) {
    if (article.source.empty()) return false;
    const auto outlet = archive::folded(article.source);
    return is_agency(article.source)
           || std::any_of(article.agency.begin(), article.agency.end(),
                          [&](const auto& agency) { return archive::folded(agency) == outlet; });
}

}  // namespace

AgencyStanding agency_standing(const Article& article) {
    if (printed_by_agency(article)) return AgencyStanding::original;
    const bool credited =
        std::any_of(article.zones.begin(), article.zones.end(), [](const archive::Zone& zone) {
            return (zone.kind == ZoneKind::dateline || zone.kind == ZoneKind::credit)
                   && !agencies_in(zone.text).empty();
        });
    return credited ? AgencyStanding::credited : AgencyStanding::none;
}

Seniority seniority(const Article& article) {
    Seniority place;
    place.altered = article.quality.altered;
    const auto basis = article.published.basis;
    if (basis != archive::Basis::copies && basis != archive::Basis::event) {
        place.first_day = article.published.span.first;
        place.minute = article.published.minute_of_day.value_or(0);
    }
    place.agency = agency_standing(article);
    place.length = -static_cast<std::int64_t>(archive::body_text(article).size());
    place.id = article.id;
    return place;
}

StoryRole role_of(const Article& article, const Article& earliest) {
    if (article.quality.altered) return StoryRole::altered;
    constexpr double nearly_all = 0.9;
    const auto runs = [](const Article& of) {
        return archive::shingles(archive::word_hashes(archive::body_text(of)), archive::short_run);
    };
    const auto ours = runs(article);
    const auto theirs = runs(earliest);
    const auto both = static_cast<double>(archive::shared(ours, theirs));
    const auto longer = static_cast<double>(std::max(ours.size(), theirs.size()));
    return both >= nearly_all * longer ? StoryRole::copy : StoryRole::version;
}

}  // namespace indexer
