// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/facet_names.h"

#include "archive/search/leading_names.h"
#include "archive/search/names_facet.h"

#include <algorithm>

namespace archive {

namespace {

/// Of the names that are shown, how often a version of a story has one that another had: a story
/// counts once.
std::vector<std::uint64_t> repeats_of(const std::vector<CountedName>& shown,
                                      const FrequentNames& frequent, const MatchedArticles& matched,
                                      FacetKind kind, const ArticlePlaces& places) {
    std::vector<std::uint64_t> repeats(shown.size(), 0);
    std::size_t ranks = 0;
    for (const auto& name : shown) ranks = std::max(ranks, std::size_t{name.rank} + 1);
    std::vector<std::uint32_t> row(ranks, 0);  // of the shown, from 1; by rank
    for (std::size_t i = 0; i < shown.size(); ++i)
        row[shown[i].rank] = static_cast<std::uint32_t>(i + 1);
    std::vector<ArticlePlaces::Place> versions;
    std::vector<std::uint32_t> stories;  // of these, from 1
    std::uint32_t story = 0;
    matched.for_each_story([&](std::span<const StoryMatch> matches) {
        ++story;
        for (const auto& match : matches) {
            if (!match.failing.counts_for(kind)) continue;
            versions.push_back(places.of(match.segment, match.docid));
            stories.push_back(story);
        }
    });
    std::vector<std::uint32_t> last_story(shown.size(), 0);
    const auto* of_this = stories.data();
    frequent.for_each_of(versions, [&](const FrequentNames::Rank* rank) {
        for (; *rank < ranks; ++rank) {
            if (row[*rank] == 0) continue;
            const auto at = row[*rank] - 1;
            if (last_story[at] == *of_this) ++repeats[at];
            last_story[at] = *of_this;
        }
        ++of_this;
    });
    return repeats;
}

}  // namespace

std::vector<FacetValue> facet_values(const ArchiveFacts& facts, const MatchedArticles& matched,
                                     const FacetWanted& wanted, DeadlineWatch& watch) {
    if (!wanted.prefix.empty()) return fully_counted(facts, matched, wanted, watch);
    const auto column = *names_column_of(wanted.kind);
    const auto& names = facts.names(column);
    const auto& frequent = facts.frequent_names(column);
    const auto shown = leading_names(frequent, names, matched.counting_for(wanted.kind),
                                     wanted.limit, wanted.selected, watch);
    if (!shown) return fully_counted(facts, matched, wanted, watch);
    const auto repeats = repeats_of(*shown, frequent, matched, wanted.kind, facts.places());
    std::vector<FacetValue> values;
    for (std::size_t i = 0; i < shown->size(); ++i) {
        const auto number = frequent.number((*shown)[i].rank);
        const std::uint64_t articles = (*shown)[i].articles;
        values.push_back({names.value(number),
                          std::string(names.label(number)),
                          {articles, articles - repeats[i]}});
    }
    return values;
}

std::vector<FacetValue> fully_counted(const ArchiveFacts& facts, const MatchedArticles& matched,
                                      const FacetWanted& wanted, DeadlineWatch& watch) {
    NamesFacet facet(facts, wanted.kind);
    auto alone = matched.counting_for(wanted.kind);
    matched.for_each_story([&](std::span<const StoryMatch> versions) {
        watch.tick(static_cast<std::uint32_t>(versions.size()));
        for (const auto& version : versions) alone.remove(version.segment, version.docid);
        facet.count(versions);
    });
    for (std::size_t segment = 0; segment < alone.places().segments(); ++segment) {
        for_each_place(alone.words(segment), 0, [&](Docid docid) {
            watch.tick();
            facet.count_alone({segment, docid});
        });
    }
    return facet.values(wanted.limit, wanted.prefix, wanted.selected);
}

}  // namespace archive
