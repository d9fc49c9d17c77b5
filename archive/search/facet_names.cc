// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/facet_names.h"

#include "archive/search/leading_names.h"
#include "archive/search/names_facet.h"

#include <algorithm>

namespace archive {

namespace {

/// The versions of stories that have several, for one facet.
struct Versions {
    std::vector<ArticlePlaces::Place> places;
    std::vector<std::uint32_t> stories;  ///< of these, ascending from 1
};

Versions versions_of(const MatchedArticles& matched, FacetKind kind, const ArticlePlaces& places) {
    Versions versions;
    std::uint32_t story = 0;
    matched.for_each_story([&](std::span<const StoryMatch> matches) {
        ++story;
        for (const auto& match : matches) {
            if (!match.failing.counts_for(kind)) continue;
            versions.places.push_back(places.of(match.segment, match.docid));
            versions.stories.push_back(story);
        }
    });
    return versions;
}

/// How often a version has the name that another version of its story had. `having` are the words
/// of all that have it.
std::uint64_t repeats_in(const Versions& versions, const std::uint64_t* having) {
    std::uint64_t repeats = 0;
    std::uint32_t last = 0;  // story that has it
    for (std::size_t i = 0; i < versions.places.size(); ++i) {
        const auto place = versions.places[i], story = versions.stories[i];
        // Without a branch: few have it, and nobody can guess which.
        const bool has = (having[place / 64] >> (place % 64) & 1U) != 0;
        repeats += static_cast<std::uint64_t>(has & (last == story));
        last = has ? story : last;
    }
    return repeats;
}

/// The same of all names at once, for those that few articles have.
std::vector<std::uint64_t> repeats_by_lists(const std::vector<CountedName>& shown,
                                            const Versions& versions,
                                            const FrequentNames& frequent) {
    std::vector<std::uint64_t> repeats(shown.size(), 0);
    std::size_t ranks = 0;
    for (const auto& name : shown) ranks = std::max(ranks, std::size_t{name.rank} + 1);
    std::vector<std::uint32_t> row(ranks, 0);  // of the shown, from 1; by rank
    for (std::size_t i = 0; i < shown.size(); ++i)
        row[shown[i].rank] = static_cast<std::uint32_t>(i + 1);
    std::vector<std::uint32_t> last(shown.size(), 0);
    const auto* story = versions.stories.data();
    frequent.for_each_of(versions.places, [&](const FrequentNames::Rank* rank) {
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
                                      const Versions& versions, const FrequentNames& frequent) {
    const auto has_bitmap = [&](const CountedName& name) {
        return name.rank < frequent.counted_at_once();
    };
    if (!std::all_of(shown.begin(), shown.end(), has_bitmap))
        return repeats_by_lists(shown, versions, frequent);
    std::vector<std::uint64_t> repeats;
    repeats.reserve(shown.size());
    Bitmap drawn;
    for (const auto& name : shown)
        repeats.push_back(repeats_in(versions, frequent.bitmap(name.rank, drawn)));
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
    const auto repeats =
        repeats_of(*shown, versions_of(matched, wanted.kind, facts.places()), frequent);
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
