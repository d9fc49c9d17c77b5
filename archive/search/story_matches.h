// SPDX-License-Identifier: GPL-2.0-or-later
// story_matches.h - Matches that wait for the other versions of their text.
//
// Counting distinct stories and showing one row for each needs all matches of a story at once, and
// they come in any order, from several segments. Most articles are alone in their story and need
// not wait. The others are kept in one list, chained by story through an array with a place for
// each story of the archive, so that a match costs no search and no hash. The array and the list
// stay for the next request, and only the places that were used are cleared: the stories that did
// not match cost nothing.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/search/search_request.h"

#include <cstdint>
#include <span>
#include <vector>

namespace archive {

/// What a match fails of the filters that are asked of single articles: nothing, the days, or the
/// filter of one facet. Whatever fails more counts nowhere.
class Failing {
public:
    static Failing nothing() { return Failing(0); }
    static Failing days() { return Failing(1); }
    static Failing filter_of(FacetKind kind) {
        return Failing(2 + static_cast<std::uint32_t>(kind));
    }

    bool passes() const { return code_ == 0; }

    /// Whether it counts where the filter of this facet is left out.
    bool counts_for(FacetKind kind) const { return passes() || *this == filter_of(kind); }

    /// Whether it counts where the days are left out.
    bool counts_by_days() const { return code_ <= 1; }

    friend bool operator==(Failing, Failing) = default;

private:
    explicit Failing(std::uint32_t code) : code_(code) {}
    std::uint32_t code_;  ///< of four bytes, so that a StoryMatch is copied in one piece
};

/// One match, small: there may be hundreds of thousands.
struct StoryMatch {
    std::uint32_t segment = 0;
    Docid docid = 0;
    float score = 0;
    Failing failing = Failing::nothing();

    Location location() const { return {segment, docid}; }
};

/// The matches of one search that share their story with other articles.
class StoryMatches {
public:
    /// `stories`: the size of the snapshot's table.
    explicit StoryMatches(std::size_t stories) : heads_(stories, 0) {}

    void add(GroupNumber story, const StoryMatch& match) {
        auto& head = heads_[story];
        if (head == 0) met_.push_back(story);
        waiting_.push_back({match, head});
        head = static_cast<std::uint32_t>(waiting_.size());
    }

    /// Calls `visit(std::span<const StoryMatch>)` for each story, in the order they were met.
    template <typename Visit>
    void for_each(const Visit& visit) const {
        std::vector<StoryMatch> versions;
        for (const auto story : met_) {
            const auto& last = waiting_[heads_[story] - 1];
            if (last.before == 0) {  // most by far
                visit(std::span<const StoryMatch>(&last.match, 1));
                continue;
            }
            versions.clear();
            for (auto at = heads_[story]; at != 0; at = waiting_[at - 1].before)
                versions.push_back(waiting_[at - 1].match);
            visit(std::span<const StoryMatch>(versions));
        }
    }

    /// For the next search.
    void clear();

private:
    struct Waiting {
        StoryMatch match;
        std::uint32_t before = 0;  ///< place of the one before of the same story, from 1; 0: none
    };

    std::vector<std::uint32_t> heads_;  ///< by story: place of the last one, from 1; 0: none
    std::vector<Waiting> waiting_;
    std::vector<GroupNumber> met_;
};

}  // namespace archive
