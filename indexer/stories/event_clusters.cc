// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/event_clusters.h"

#include "indexer/stories/same_event.h"

#include <algorithm>
#include <utility>

namespace indexer {

namespace {

/// Of so many pairs between two sets of stories one must be alike.
constexpr std::size_t pairs_a_likeness = 5;

}  // namespace

StoryNode EventClusters::node(StoryKey story, const archive::DaySpan& days) {
    const auto [found, first] = nodes_.try_emplace(story, static_cast<StoryNode>(sets_.size()));
    if (first) {
        sets_.add();
        clusters_.emplace_back();
    }
    auto& cluster = clusters_[sets_.root(found->second)];
    if (days.first != 0) {
        cluster.first = cluster.first == 0 ? days.first : std::min(cluster.first, days.first);
        cluster.last = std::max(cluster.last, days.first);
    }
    return found->second;
}

void EventClusters::add_alike(StoryNode left, StoryNode right) {
    const auto from = sets_.root(left), into = sets_.root(right);
    if (from == into) return;
    auto& a = clusters_[from];
    auto& b = clusters_[into];
    const auto alike = ++a.alike[into];
    b.alike[from] = alike;
    const auto span = std::max(a.last, b.last) - std::min(a.first, b.first);
    if (alike * pairs_a_likeness >= a.stories * b.stories && span <= event_days) join(from, into);
}

void EventClusters::join(StoryNode left, StoryNode right) {
    const auto from = sets_.root(left), into = sets_.root(right);
    if (from == into) return;
    sets_.join(from, into);
    auto gone = std::exchange(clusters_[from], {});
    auto& joined = clusters_[into];
    if (joined.first == 0 || (gone.first != 0 && gone.first < joined.first))
        joined.first = gone.first;
    joined.last = std::max(gone.last, joined.last);
    joined.stories += gone.stories;
    joined.events.merge(gone.events);
    joined.alike.erase(from);
    for (const auto& [third, pairs] : gone.alike) {
        clusters_[third].alike.erase(from);
        if (third == into) continue;
        joined.alike[third] += pairs;
        clusters_[third].alike[into] = joined.alike[third];
    }
}

}  // namespace indexer
