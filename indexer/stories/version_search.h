// SPDX-License-Identifier: GPL-2.0-or-later
// version_search.h - Compares pairs of articles and joins those that are versions of one text.
#pragma once

#include "archive/model/article.h"
#include "indexer/joined_sets.h"
#include "indexer/stories/relation.h"

#include <cstdint>
#include <functional>
#include <list>
#include <span>
#include <unordered_map>
#include <utility>

namespace indexer {

/// Two articles, by number.
using NodePair = std::pair<std::uint32_t, std::uint32_t>;

/// Reads an article by number.
using ReadArticle = std::function<archive::Article(std::uint32_t)>;

/// The texts used last, for one thread: an article is in several pairs that lie near each other.
class TextsAtHand {
public:
    explicit TextsAtHand(ReadArticle article) : article_(std::move(article)) {}

    /// Good until the next but one call for another number.
    const CopyText& text(std::uint32_t number);

private:
    using Texts = std::list<std::pair<std::uint32_t, CopyText>>;

    ReadArticle article_;
    Texts texts_;  ///< the last used first
    std::unordered_map<std::uint32_t, Texts::iterator> places_;
};

/// Joins in `sets` the numbers of every pair that is one story. A pair that others have joined
/// already is not compared: it would change nothing. `article` reads an article by number, from any
/// thread; pairs of one left number should follow each other, since it is read once for all of
/// them. With `jobs` threads. Throws what `article` throws.
void join_versions(std::span<const NodePair> pairs, const ReadArticle& article, JoinedSets& sets,
                   unsigned jobs);

}  // namespace indexer
