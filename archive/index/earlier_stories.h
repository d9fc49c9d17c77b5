// SPDX-License-Identifier: GPL-2.0-or-later
// earlier_stories.h - The stories of an index that is being replaced, as its articles remember
// them.
#pragma once

#include "archive/index/links.h"
#include "archive/index/snapshot.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace archive {

struct EarlierStory {
    IdBytes id{};
    std::int64_t since = 0;
};

struct EarlierStories {
    std::unordered_map<std::string, EarlierStory> of_article;  ///< by the article's id
    std::vector<std::pair<IdBytes, IdBytes>>
        merged;  ///< ids of stories that became part of another, and its id
};

/// The stories of a revision. Throws Failure.
EarlierStories earlier_stories(const Snapshot& snapshot);

}  // namespace archive
