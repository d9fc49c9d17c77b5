// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/archive_calendar.h"

#include <algorithm>
#include <utility>

namespace archive {

namespace {

constexpr DayNumber longest_silence = 30;

/// A dated article that is not alone in its story.
using StoryPlace = std::pair<GroupNumber, ArticlePlaces::Place>;

StoryPlaces by_story(std::vector<StoryPlace>& dated) {
    std::sort(dated.begin(), dated.end());
    StoryPlaces stories;
    std::vector<ArticlePlaces::Place> versions;
    for (auto at = dated.begin(); at != dated.end();) {
        const auto story = at->first;
        versions.clear();
        for (; at != dated.end() && at->first == story; ++at) versions.push_back(at->second);
        stories.add(versions);
    }
    return stories;
}

}  // namespace

ArchiveCalendar calendar_of(const Snapshot& snapshot, const ArticlePlaces& places) {
    ArchiveCalendar calendar{{ArticleSet(places)}};
    std::vector<DaySpan> days;
    std::vector<StoryPlace> dated;
    std::vector<GroupNumber> stories, undated;
    for (std::size_t at = 0; at < snapshot.size(); ++at) {
        const auto& segment = snapshot.segment(at);
        for (Docid docid = 1; docid <= segment.facts().documents; ++docid) {
            if (!has_bit(snapshot.live(at), docid)) continue;
            const auto day = segment.first_day[docid];
            const auto story = snapshot.links(at).story(docid);
            ++calendar.total.articles;
            calendar.articles.articles.add(at, docid);
            if (day == 0) ++calendar.undated.articles;
            if (day != 0) days.push_back({day, segment.last_day[docid]});
            if (story == 0) continue;
            stories.push_back(story);
            if (day == 0)
                undated.push_back(story);
            else
                dated.emplace_back(story, places.of(at, docid));
        }
    }
    calendar.total = both_counts(calendar.total.articles, stories);
    calendar.undated = both_counts(calendar.undated.articles, undated);
    calendar.articles.stories = by_story(dated);
    calendar.gaps = gaps_between(days);
    return calendar;
}

std::vector<DaySpan> gaps_between(std::vector<DaySpan>& days) {
    const auto begins_before = [](const DaySpan& left, const DaySpan& right) {
        return left.first < right.first;
    };
    // Those of one segment are in this order.
    if (!std::is_sorted(days.begin(), days.end(), begins_before))
        std::sort(days.begin(), days.end(), begins_before);
    std::vector<DaySpan> gaps;
    DayNumber reached = 0;
    for (const auto& day : days) {
        if (reached != 0 && day.first - reached > longest_silence)
            gaps.push_back({reached + 1, day.first - 1});
        reached = std::max(reached, day.last);
    }
    return gaps;
}

BothCounts both_counts(std::uint64_t articles, std::vector<GroupNumber>& stories) {
    const std::uint64_t alone = articles - stories.size();
    std::sort(stories.begin(), stories.end());
    const auto end = std::unique(stories.begin(), stories.end());
    return {articles, alone + static_cast<std::uint64_t>(end - stories.begin())};
}

}  // namespace archive
