// SPDX-License-Identifier: GPL-2.0-or-later
// article_set.h - Some articles of a snapshot, a bit for each.
//
// The bitmaps of the segments lie end to end, so that two sets are compared in one go and an
// article is one number, its place.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/search/common_bits.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace archive {

/// Where the articles of each segment begin among the places of all.
class ArticlePlaces {
public:
    using Place = std::uint32_t;

    explicit ArticlePlaces(const Snapshot& snapshot) {
        begins_.reserve(snapshot.size() + 1);
        std::size_t words = 0;
        for (std::size_t at = 0; at < snapshot.size(); ++at) {
            begins_.push_back(static_cast<Place>(words * 64));
            words += bitmap_words(snapshot.segment(at).facts().documents);
        }
        begins_.push_back(static_cast<Place>(words * 64));
    }

    Place of(std::size_t segment, Docid docid) const { return begins_[segment] + docid; }
    Location location(Place place) const {
        const auto next = std::upper_bound(begins_.begin(), begins_.end(), place);
        const auto segment = static_cast<std::size_t>(next - begins_.begin()) - 1;
        return {segment, place - begins_[segment]};
    }
    Place begin(std::size_t segment) const { return begins_[segment]; }
    std::size_t segments() const { return begins_.size() - 1; }

    /// Of a set's bitmap.
    std::size_t words() const { return begins_.back() / 64; }

private:
    std::vector<Place> begins_;
};

/// Calls `visit(place)` for each bit of words that begin at a place, in order.
template <typename Visit>
void for_each_place(std::span<const std::uint64_t> words, ArticlePlaces::Place begin,
                    const Visit& visit) {
    for (const auto word : words) {
        for (auto left = word; left != 0; left &= left - 1)
            visit(begin + static_cast<ArticlePlaces::Place>(std::countr_zero(left)));
        begin += 64;
    }
}

class ArticleSet {
public:
    /// Empty. The places outlive it.
    explicit ArticleSet(const ArticlePlaces& places) : places_(&places), bits_(places.words()) {}

    void add(ArticlePlaces::Place place) { set_bit(bits_, place); }
    void add(std::size_t segment, Docid docid) { add(places_->of(segment, docid)); }
    /// The articles whose bits are set in their segment's bitmap, in words from `first` on.
    void add(std::size_t segment, std::size_t first, std::span<const std::uint64_t> bits) {
        auto* const to = bits_.data() + places_->begin(segment) / 64 + first;
        for (std::size_t i = 0; i < bits.size(); ++i) to[i] |= bits[i];
    }
    void remove(ArticlePlaces::Place place) {
        bits_[place / 64] &= ~(std::uint64_t{1} << (place % 64));
    }

    const ArticlePlaces& places() const { return *places_; }
    std::uint64_t size() const {
        return count_common_bits(bits_.data(), bits_.data(), bits_.size());
    }
    std::span<const std::uint64_t> words() const { return bits_; }

    /// The words of one segment.
    std::span<const std::uint64_t> words(std::size_t segment) const {
        const auto begin = places_->begin(segment) / 64;
        return words().subspan(begin, places_->begin(segment + 1) / 64 - begin);
    }

private:
    const ArticlePlaces* places_;
    Bitmap bits_;
};

}  // namespace archive
