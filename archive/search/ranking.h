// SPDX-License-Identifier: GPL-2.0-or-later
// ranking.h - The order of rows, the best of them, and the place where a page ends.
//
// Folded, a row is a story: the best of its versions that match stands for it, one whose words a
// machine replaced only when no other matches.
//
// Every order ends with newest day, then id, so that no two articles are equal and paging never
// repeats or skips. A cursor is the key of the last row: the next page is what comes after it, also
// when articles were added in the meantime.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/search/search_request.h"
#include "archive/search/story_matches.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// A match with what it is sorted by. The greater `first` comes first, then the greater `day`
/// (undated is 0), then the smaller id.
struct RankedMatch {
    Location location;
    float score = 0;
    DayNumber day = 0;
    std::int64_t first = 0;
    bool altered = false;  ///< words of it were replaced by a machine
};

/// The key of a row, as a cursor holds it.
struct RowKey {
    std::int64_t first = 0;
    DayNumber day = 0;
    std::string id;
};

/// Opaque text of a key; `question` is a digest of what was asked.
std::string written_cursor(const RowKey& key, Sort sort, std::uint64_t question);

/// The key, or nothing when the text is no cursor, or one of another question or order.
std::optional<RowKey> read_cursor(std::string_view cursor, Sort sort, std::uint64_t question);

/// The key of a row.
RowKey key_of(const Snapshot& snapshot, const RankedMatch& match);

/// What a row is.
enum class Rows : bool { articles, stories };

/// Keeps the best rows of the matches it is offered.
class Ranking {
public:
    /// At most `keep` rows, of those that come after `after` in the order.
    Ranking(const Snapshot& snapshot, Rows rows, Sort sort, std::size_t keep,
            std::optional<RowKey> after);

    /// All matches of one story; those that fail a filter make no row.
    void offer(std::span<const StoryMatch> versions);

    /// Matches each of which is alone in its story; those that fail a filter make no row.
    void offer_alone(std::span<const StoryMatch> matches);

    /// Less relevant matches are not among the best; 0 while any may be.
    float least_score() const;

    /// Whether neither this nor any article before it in its segment is among the best.
    bool are_past(std::size_t segment, Docid docid) const;

    /// So many matches, none among the best, were not offered.
    void pass_over(std::uint64_t matches) {
        if (keep_ > 0) candidates_ += matches;
    }

    /// The best, best first. Ends the ranking.
    std::vector<RankedMatch> best() &&;

    /// How many of the rows come after the cursor; 0 when none is kept.
    std::uint64_t candidates() const { return candidates_; }

private:
    RankedMatch ranked(const StoryMatch& match) const;
    void offer(const RankedMatch& match);
    bool is_outdone(const StoryMatch& match) const;
    bool are_outdone(std::span<const StoryMatch> versions) const;
    bool before(const RankedMatch& left, const RankedMatch& right) const;
    bool after_cursor(const RankedMatch& match) const;
    std::string_view id(const RankedMatch& match) const {
        return snapshot_.segment(match.location.segment).id(match.location.docid);
    }

    const Snapshot& snapshot_;
    Rows rows_;
    Sort sort_;
    std::size_t keep_;
    std::optional<RowKey> after_;
    std::uint64_t candidates_ = 0;
    std::vector<RankedMatch> heap_;  ///< the worst on top once it is full
};

}  // namespace archive
