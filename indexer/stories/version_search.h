// SPDX-License-Identifier: GPL-2.0-or-later
// version_search.h - Compares pairs of articles and joins those that are versions of one text.
#pragma once

#include "archive/model/article.h"
#include "indexer/joined_sets.h"
#include "indexer/stories/relation.h"

#include <cstdint>
#include <functional>
#include <span>
#include <utility>

namespace indexer {

/// Two articles, by number.
using NodePair = std::pair<std::uint32_t, std::uint32_t>;

/// Joins in `sets` the numbers of every pair that is one story. A pair that others have joined
/// already is not compared: it would change nothing. `article` reads an article by number, from any
/// thread; pairs of one left number should follow each other, since it is read once for all of
/// them. With `jobs` threads. Throws what `article` throws.
void join_versions(std::span<const NodePair> pairs,
                   const std::function<archive::Article(std::uint32_t)>& article, JoinedSets& sets,
                   unsigned jobs);

}  // namespace indexer
