// SPDX-License-Identifier: GPL-2.0-or-later
// event_clusters.h - Stories on their way to events: joined while they are dense and near in time.
//
// Reports of one happening are mostly alike each with each. A chain of reports, each like the next,
// leads from one happening to another; so two sets are joined only when a fifth of all pairs
// between them are alike, and only within a few days.
#pragma once

#include "archive/index/links.h"
#include "archive/model/date.h"
#include "indexer/joined_sets.h"

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace indexer {

/// A story by number, or an article that is alone in its story.
using StoryKey = std::uint64_t;

/// A number for each story that takes part.
using StoryNode = std::uint32_t;

class EventClusters {
public:
    /// The node of a story; widens its days by those of a report, 0 when undated.
    StoryNode node(StoryKey story, const archive::DaySpan& days);

    /// Remembers that two reports of one event are alike, and joins their sets when that is enough.
    void add_alike(StoryNode left, StoryNode right);

    /// Joins whatever their days.
    void join(StoryNode left, StoryNode right);

    /// That a story belonged to an event before.
    void belonged(StoryNode node, archive::GroupNumber event) {
        clusters_[sets_.root(node)].events.insert(event);
    }

    const std::map<StoryKey, StoryNode>& nodes() const { return nodes_; }
    StoryNode root(StoryNode node) { return sets_.root(node); }
    const std::set<archive::GroupNumber>& events_of(StoryNode root) const {
        return clusters_[root].events;
    }

private:
    struct Cluster {
        std::size_t stories = 1;
        archive::DayNumber first = 0, last = 0;  ///< 0 when undated
        std::set<archive::GroupNumber> events;   ///< that were known before
        std::map<StoryNode, std::size_t> alike;  ///< pairs with other sets, by root
    };

    std::map<StoryKey, StoryNode> nodes_;
    std::vector<Cluster> clusters_;  ///< by root
    JoinedSets sets_{0};
};

}  // namespace indexer
