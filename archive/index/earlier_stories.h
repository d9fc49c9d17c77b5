// SPDX-License-Identifier: GPL-2.0-or-later
// earlier_stories.h - The stories of an index that is being replaced, as its articles remember
// them.
#pragma once

#include "archive/index/id_map.h"
#include "archive/index/links.h"
#include "archive/index/snapshot.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace archive {

struct EarlierStory {
    IdBytes id{};
    std::int64_t since = 0;
};

struct EarlierStories {
    IdMap<EarlierStory> of_article;
    std::vector<std::pair<IdBytes, IdBytes>>
        merged;  ///< ids of stories that became part of another, and its id
};

/// The stories of a revision. Throws Failure.
EarlierStories earlier_stories(const Snapshot& snapshot);

}  // namespace archive
