// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/frequent_names.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace archive {

namespace {

/// A name of fewer articles is not worth a bitmap: they are looked up about as fast.
constexpr std::uint32_t most_bits_an_article = 48;

/// A name of fewer articles is not worth a list of them: few questions have so many matches that it
/// cannot be among the first, but must be counted.
constexpr std::uint32_t most_articles_a_place = 512;

/// A bitmap is counted block by block, as long as its rest may be enough.
constexpr std::size_t blocks = 8;

/// Measured 2026-11-22, in picoseconds: a word of two bitmaps, a place looked up.
constexpr std::uint64_t a_word = 250, a_place = 220;

/// Of the bitmaps of one column: 64 million bits.
constexpr std::size_t most_bitmap_words = 1U << 20U;

}  // namespace

FrequentNames::FrequentNames(const Snapshot& snapshot, const ArticlePlaces& places,
                             const NameNumbers& names, schema::Names column)
    : of_all_(snapshot.articles()), words_(places.words()) {
    rank_names(names);
    list_ranks(snapshot, places, names, column);
    draw_bitmaps();
    list_places();
}

void FrequentNames::rank_names(const NameNumbers& names) {
    for (NameNumbers::Number number = 0; number < names.size(); ++number) {
        if (names.is_shown(number) && names.articles(number) > 0) numbers_.push_back(number);
    }
    std::stable_sort(numbers_.begin(), numbers_.end(), [&](auto left, auto right) {
        return names.articles(left) > names.articles(right);
    });
    std::uint32_t beyond = 0;
    if (numbers_.size() > no_rank) {
        beyond = names.articles(numbers_[no_rank]);
        numbers_.resize(no_rank);
        numbers_.shrink_to_fit();
    }
    ranks_.assign(names.size(), no_rank);
    articles_.reserve(numbers_.size() + 1);
    for (const auto number : numbers_) {
        ranks_[number] = static_cast<Rank>(articles_.size());
        articles_.push_back(names.articles(number));
    }
    articles_.push_back(beyond);
}

void FrequentNames::list_ranks(const Snapshot& snapshot, const ArticlePlaces& places,
                               const NameNumbers& names, schema::Names column) {
    // The one list of all articles without any.
    lists_.push_back(no_rank);
    begins_.assign(places.words() * 64, 0);
    std::vector<Rank> ranks;
    for (std::size_t at = 0; at < snapshot.size(); ++at) {
        const auto& lists = snapshot.segment(at).names[static_cast<std::size_t>(column)];
        const auto numbers = names.numbers(at);
        for_each_place(snapshot.live(at), 0, [&](Docid docid) {
            ranks.clear();
            for (const auto local : lists[docid]) {
                if (const auto rank = ranks_[numbers[local]]; rank != no_rank)
                    ranks.push_back(rank);
            }
            if (ranks.empty()) return;
            std::sort(ranks.begin(), ranks.end());
            begins_[places.of(at, docid)] = static_cast<std::uint32_t>(lists_.size());
            lists_.insert(lists_.end(), ranks.begin(), std::unique(ranks.begin(), ranks.end()));
            lists_.push_back(no_rank);
        });
    }
    lists_.shrink_to_fit();
}

void FrequentNames::draw_bitmaps() {
    if (words_ == 0) return;
    with_bitmap_ =
        std::min(with_articles(of_all_ / most_bits_an_article + 1), most_bitmap_words / words_);
    bitmaps_.resize(with_bitmap_ * words_);
    from_block_.resize(with_bitmap_ * blocks);
    for (ArticlePlaces::Place place = 0; place < begins_.size(); ++place) {
        const auto block = place / 64 * blocks / words_;
        for (const auto* rank = of(place); *rank < with_bitmap_; ++rank) {
            set_bit({bitmaps_.data() + *rank * words_, words_}, place);
            ++from_block_[*rank * blocks + block];
        }
    }
    for (std::size_t rank = 0; rank < with_bitmap_; ++rank) {
        for (auto block = blocks - 1; block > 0; --block)
            from_block_[rank * blocks + block - 1] += from_block_[rank * blocks + block];
    }
}

std::size_t FrequentNames::block_begin(std::size_t block) const {
    return (block * words_ + blocks - 1) / blocks;
}

void FrequentNames::list_places() {
    const auto last = std::max(with_bitmap_, with_articles(of_all_ / most_articles_a_place + 1));
    place_begins_.push_back(0);
    for (auto rank = with_bitmap_; rank < last; ++rank)
        place_begins_.push_back(place_begins_.back() + articles_[rank]);
    places_.resize(place_begins_.back());
    auto ends = place_begins_;
    for (ArticlePlaces::Place place = 0; place < begins_.size(); ++place) {
        for (const auto* rank = of(place); *rank < last; ++rank) {
            if (*rank >= with_bitmap_) places_[ends[*rank - with_bitmap_]++] = place;
        }
    }
}

std::uint32_t FrequentNames::count_in(const ArticleSet& set, std::size_t rank, std::uint32_t least,
                                      std::size_t first, std::size_t last) const {
    const auto* const words = set.words().data();
    std::uint32_t count = 0;
    if (rank >= with_bitmap_) {
        constexpr std::size_t stretch = 128;
        const auto places = places_of(rank);
        for (std::size_t at = 0; at < places.size(); at += stretch) {
            if (count + places.size() - at < least) return count;
            count += static_cast<std::uint32_t>(
                count_places(words, places.subspan(at, std::min(stretch, places.size() - at))));
        }
        return count;
    }
    const auto* const bitmap = bitmaps_.data() + rank * words_;
    for (std::size_t block = 0; block < blocks; ++block) {
        const auto begin = std::max(first, block_begin(block));
        const auto end = std::min(last, block_begin(block + 1));
        if (begin >= end) continue;
        if (count + from_block_[rank * blocks + block] < least) return count;
        count += static_cast<std::uint32_t>(
            count_common_bits(words + begin, bitmap + begin, end - begin));
    }
    return count;
}

const std::uint64_t* FrequentNames::bitmap(std::size_t rank, Bitmap& drawn) const {
    if (rank < with_bitmap_) return bitmaps_.data() + rank * words_;
    drawn.assign(words_, 0);
    for (const auto place : places_of(rank)) set_bit(drawn, place);
    return drawn.data();
}

std::uint64_t FrequentNames::time_at_once(std::size_t reach) const {
    const auto bitmaps = std::min(reach, with_bitmap_);
    return bitmaps * words_ * a_word + place_begins_[reach - bitmaps] * a_place;
}

std::size_t FrequentNames::with_articles(std::uint64_t least) const {
    const auto ranked = articles_.end() - 1;
    return static_cast<std::size_t>(
        std::partition_point(articles_.begin(), ranked,
                             [&](std::uint32_t articles) { return articles >= least; })
        - articles_.begin());
}

}  // namespace archive
