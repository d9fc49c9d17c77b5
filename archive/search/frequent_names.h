// SPDX-License-Identifier: GPL-2.0-or-later
// frequent_names.h - The values of a names column by how many articles have them.
//
// A facet shows ten of 80,000 names, and an article has 25. Since no name is counted more often
// than it has articles, the rare ones need no counting at all. So the names are ranked by their
// articles, most first, and each article has its ranks in ascending order: whoever counts the first
// hundred of them stops early in each, in tables that fit the nearest cache. Of the most frequent
// there is besides which articles have them, as bitmaps and as lists, for counting many matches at
// once.
//
// Made of a column as NameNumbers joins it, so that spellings and aliases are settled here: an
// article has a rank once. About 60 bytes an article with 25 names, and 30 ms for 100,000 articles.
#pragma once

#include "archive/search/article_set.h"
#include "archive/search/name_numbers.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace archive {

/// Immutable; may be used by many threads.
class FrequentNames {
public:
    using Rank = std::uint16_t;

    /// Comes after the last rank of each article, and is that of what has none.
    static constexpr Rank no_rank = 0xffff;

    FrequentNames(const Snapshot& snapshot, const ArticlePlaces& places, const NameNumbers& names,
                  schema::Names column);

    /// How many are ranked: all that are shown, or the first 65,535.
    std::size_t size() const { return numbers_.size(); }
    NameNumbers::Number number(std::size_t rank) const { return numbers_[rank]; }

    /// Live articles of the archive.
    std::uint32_t of_all() const { return of_all_; }

    /// The rank of a number; no_rank for a blocked name or a rarer one.
    Rank rank(NameNumbers::Number number) const { return ranks_[number]; }

    /// Live articles that have it; for size(), those that no name without a rank has more of.
    std::uint32_t articles(std::size_t rank) const { return articles_[rank]; }

    /// How many of the ranks have at least so many articles.
    std::size_t with_articles(std::uint64_t least) const;

    /// The ranks of an article, ascending, and no_rank after them. Only of live ones.
    const Rank* of(ArticlePlaces::Place place) const { return lists_.data() + begins_[place]; }

    /// Calls `visit(const Rank*)` with what of() has of each place. Their memory is asked for
    /// ahead: they are all over it, and each would be waited for (2026-11-22: 35 ns an article, 10
    /// so).
    template <typename Visit>
    void for_each_of(std::span<const ArticlePlaces::Place> places, const Visit& visit) const {
        constexpr std::size_t near = 12, far = 2 * near;
        for (std::size_t i = 0; i < places.size() + far; ++i) {
            if (i < places.size()) __builtin_prefetch(begins_.data() + places[i]);
            if (i >= near && i - near < places.size()) __builtin_prefetch(of(places[i - near]));
            if (i >= far) visit(of(places[i - far]));
        }
    }

    /// The first ranks so many can be counted with count_in().
    std::size_t counted_at_once() const { return with_bitmap_ + place_begins_.size() - 1; }

    /// How many of a set have it; when these are fewer than `least`, some number below that, which
    /// often shows early. The set's words from `first` to before `last` are all that has any.
    std::uint32_t count_in(const ArticleSet& set, std::size_t rank, std::uint32_t least,
                           std::size_t first, std::size_t last) const;

    /// The words of the set of those that have it, of a rank below counted_at_once(). They are kept
    /// or drawn into `drawn`.
    const std::uint64_t* bitmap(std::size_t rank, Bitmap& drawn) const;

    /// How long counting all ranks below `reach`, at most counted_at_once(), takes, in picoseconds.
    std::uint64_t time_at_once(std::size_t reach) const;

private:
    void rank_names(const NameNumbers& names);
    void list_ranks(const Snapshot& snapshot, const ArticlePlaces& places, const NameNumbers& names,
                    schema::Names column);
    void draw_bitmaps();
    void list_places();
    /// The first word of a block; those of block `b` are `w` with `w * blocks / words_ == b`.
    std::size_t block_begin(std::size_t block) const;
    std::span<const ArticlePlaces::Place> places_of(std::size_t rank) const {
        const auto at = rank - with_bitmap_;
        return std::span(places_).subspan(place_begins_[at],
                                          place_begins_[at + 1] - place_begins_[at]);
    }

    std::uint32_t of_all_;
    std::vector<NameNumbers::Number> numbers_;  ///< by rank
    std::vector<std::uint32_t> articles_;       ///< by rank, and of the next after them
    std::vector<Rank> ranks_;                   ///< by number
    std::vector<std::uint32_t> begins_;         ///< in lists_, by place
    std::vector<Rank> lists_;
    std::size_t words_ = 0;  ///< of a bitmap
    std::size_t with_bitmap_ = 0;
    Bitmap bitmaps_;  ///< end to end, of the first ranks
    std::vector<std::uint32_t>
        from_block_;  ///< articles in a block and behind it, of each of these
    std::vector<std::uint32_t>
        place_begins_;  ///< in places_, of each rank after these, and the end
    std::vector<ArticlePlaces::Place> places_;
};

}  // namespace archive
