// SPDX-License-Identifier: GPL-2.0-or-later
// story_places.h - Articles that share their story with others, story by story, for taking off what
// they repeat.
//
// A story counts once in a value of a facet and in a bin of a chart, however many of its versions
// are there. Most stories are two versions, and whether both have a name is a look at two bits.
#pragma once

#include "archive/search/article_set.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace archive {

class StoryPlaces {
public:
    using Place = ArticlePlaces::Place;

    /// Versions of one story, in any order.
    void add(std::span<const Place> versions);

    /// Calls `visit(std::span<const Place>)` for each story of several versions.
    template <typename Visit>
    void for_each(const Visit& visit) const {
        for (std::size_t i = 0; i < ones_.size(); ++i)
            visit(std::span<const Place>(std::array{ones_[i], others_[i]}));
        std::size_t begin = 0;
        for (const auto end : ends_) {
            visit(std::span(more_).subspan(begin, end - begin));
            begin = end;
        }
    }

    /// How many versions have the name that another version of their story has counted for.
    /// `having` are the words of all articles that have it.
    std::uint64_t repeats_in(const std::uint64_t* having) const;

private:
    std::vector<Place> ones_, others_;  ///< the versions of stories of two
    std::vector<Place> more_;           ///< of stories of more, one after the other
    std::vector<std::size_t> ends_;     ///< of each of these stories
};

}  // namespace archive
