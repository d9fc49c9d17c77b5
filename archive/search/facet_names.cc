// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/facet_names.h"

#include "archive/search/leading_names.h"
#include "archive/search/names_facet.h"

#include <algorithm>

namespace archive {

namespace {

/// What StoryPlaces counts by bits, of all names at once, for those that few articles have.
std::vector<std::uint64_t> repeats_by_lists(const std::vector<CountedName>& shown,
                                            const StoryPlaces& stories,
                                            const FrequentNames& frequent) {
    std::vector<std::uint64_t> repeats(shown.size(), 0);
    std::size_t ranks = 0;
    for (const auto& name : shown) ranks = std::max(ranks, std::size_t{name.rank} + 1);
    std::vector<std::uint32_t> row(ranks, 0);  // of the shown, from 1; by rank
    for (std::size_t i = 0; i < shown.size(); ++i)
        row[shown[i].rank] = static_cast<std::uint32_t>(i + 1);
    std::vector<std::uint32_t> last(shown.size(), 0);
    std::vector<ArticlePlaces::Place> places;
    std::vector<std::uint32_t> story_of;  // each of them, from 1
    stories.for_each([&](std::span<const ArticlePlaces::Place> versions) {
        const auto story = story_of.empty() ? 1 : story_of.back() + 1;
        places.insert(places.end(), versions.begin(), versions.end());
        story_of.resize(places.size(), story);
    });
    const auto* story = story_of.data();
    frequent.for_each_of(places, [&](const FrequentNames::Rank* rank) {
        for (; *rank < ranks; ++rank) {
            if (row[*rank] == 0) continue;
            const auto at = row[*rank] - 1;
            if (last[at] == *story) ++repeats[at];
            last[at] = *story;
        }
        ++story;
    });
    return repeats;
}

/// Of the names that are shown, how often a version of a story has one that another had: a story
/// counts once.
std::vector<std::uint64_t> repeats_of(const std::vector<CountedName>& shown,
                                      const StoryPlaces& stories, const FrequentNames& frequent) {
    const auto has_bitmap = [&](const CountedName& name) {
        return name.rank < frequent.counted_at_once();
    };
    if (!std::all_of(shown.begin(), shown.end(), has_bitmap))
        return repeats_by_lists(shown, stories, frequent);
    std::vector<std::uint64_t> repeats;
    repeats.reserve(shown.size());
    Bitmap drawn;
    for (const auto& name : shown)
        repeats.push_back(stories.repeats_in(frequent.bitmap(name.rank, drawn)));
    return repeats;
}

}  // namespace

std::vector<FacetValue> facet_values(const ArchiveFacts& facts, const MatchedArticles& matched,
                                     const FacetWanted& wanted, DeadlineWatch& watch) {
    if (!wanted.prefix.empty()) return fully_counted(facts, matched, wanted, watch);
    const auto column = *names_column_of(wanted.kind);
    const auto& names = facts.names(column);
    const auto& frequent = facts.frequent_names(column);
    const auto& counted = matched.counting_for(wanted.kind);
    const auto shown =
        leading_names(frequent, names, counted.articles, wanted.limit, wanted.selected, watch);
    if (!shown) return fully_counted(facts, matched, wanted, watch);
    const auto repeats = repeats_of(*shown, counted.stories, frequent);
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
    const auto& counted = matched.counting_for(wanted.kind);
    auto alone = counted.articles;
    const auto& places = alone.places();
    std::vector<StoryMatch> matches;
    counted.stories.for_each([&](std::span<const ArticlePlaces::Place> versions) {
        watch.tick(static_cast<std::uint32_t>(versions.size()));
        matches.clear();
        for (const auto place : versions) {
            alone.remove(place);
            const auto [segment, docid] = places.location(place);
            matches.push_back({static_cast<std::uint32_t>(segment), docid});
        }
        facet.count(matches);
    });
    for (std::size_t segment = 0; segment < places.segments(); ++segment) {
        for_each_place(alone.words(segment), 0, [&](Docid docid) {
            watch.tick();
            facet.count_alone({segment, docid});
        });
    }
    return facet.values(wanted.limit, wanted.prefix, wanted.selected);
}

}  // namespace archive
