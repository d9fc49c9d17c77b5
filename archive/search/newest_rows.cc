// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/newest_rows.h"

#include <algorithm>

namespace archive {

namespace {

constexpr Docid first_window = 256;
constexpr Docid window_growth = 4;

/// The live articles whose first day is `day` or later, newest first in each segment.
template <typename Visit>
void for_each_since(const Snapshot& snapshot, DayNumber day, DeadlineWatch& watch,
                    const Visit& visit) {
    for (std::size_t at = 0; at < snapshot.size(); ++at) {
        const auto& segment = snapshot.segment(at);
        const auto window = segment.window_of_first_days(day, last_day_ever);
        for (auto docid = window.last; docid >= window.first; --docid) {
            watch.tick();
            if (has_bit(snapshot.live(at), docid))
                visit(StoryMatch{static_cast<std::uint32_t>(at), docid});
        }
    }
}

/// The first day of which no segment has more than `documents` articles from there on; 0 when all
/// dated articles are so few.
DayNumber day_of_window(const Snapshot& snapshot, Docid documents) {
    DayNumber day = 0;
    for (std::size_t at = 0; at < snapshot.size(); ++at) {
        const auto& segment = snapshot.segment(at);
        const auto dated = segment.facts().dated;
        if (dated > documents) day = std::max(day, segment.first_day[dated - documents] + 1);
    }
    return day;
}

}  // namespace

std::optional<std::vector<RankedMatch>> newest_rows(const Snapshot& snapshot, Rows rows,
                                                    std::size_t keep,
                                                    const std::optional<RowKey>& after,
                                                    StoryMatches& stories, DeadlineWatch& watch) {
    for (auto documents = first_window;; documents *= window_growth) {
        const auto day = day_of_window(snapshot, documents);
        if (day == 0) return std::nullopt;
        Ranking ranking(snapshot, rows, Sort::newest, keep, after);
        stories.clear();
        for_each_since(snapshot, day, watch, [&](const StoryMatch& match) {
            const auto story = snapshot.links(match.segment).story(match.docid);
            if (story == 0)
                ranking.offer({&match, 1});
            else
                stories.add(story, match);
        });
        stories.for_each([&](std::span<const StoryMatch> versions) {
            // An older version stands for the story where a machine replaced words of the newer.
            const bool stands_here =
                rows == Rows::articles
                || versions.size() == snapshot.in_its_story(versions.front().location())
                || std::any_of(versions.begin(), versions.end(), [&](const StoryMatch& version) {
                       return !snapshot.altered(version.location());
                   });
            if (stands_here) ranking.offer(versions);
        });
        if (ranking.candidates() > keep) return std::move(ranking).best();
    }
}

}  // namespace archive
