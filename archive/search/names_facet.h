// SPDX-License-Identifier: GPL-2.0-or-later
// names_facet.h - Counts matches by all values of one names column: sources, authors, people.
//
// A story counts once in a value however many of its versions have it: articles are counted one by
// one, and what the versions of a story repeat is counted beside.
#pragma once

#include "archive/search/archive_facts.h"
#include "archive/search/search_result.h"
#include "archive/search/story_matches.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace archive {

/// The column a facet counts; none for year, month and certainty.
std::optional<schema::Names> names_column_of(FacetKind kind);

/// Whether a facet counts a names column.
inline bool counts_names(FacetKind kind) {
    return names_column_of(kind).has_value();
}

/// One facet of one request.
class NamesFacet {
public:
    /// `kind` is one that counts_names().
    NamesFacet(const ArchiveFacts& facts, FacetKind kind);

    FacetKind kind() const { return kind_; }
    const NameNumbers& names() const { return names_; }

    /// What was counted so far, in no order; blocked names too.
    std::span<const NameNumbers::Number> counted() const { return {met_.get(), met_count_}; }
    BothCounts counts(NameNumbers::Number number) const;
    std::uint64_t articles(NameNumbers::Number number) const { return articles_[number]; }

    /// Counts the matches of one story, all at once; those that fail another filter count nothing.
    void count(std::span<const StoryMatch> versions);

    /// Counts a match that is alone in its story.
    void count_alone(const Location& match);

    /// The most counted values with a word that begins with `prefix` in one of their forms, at most
    /// `limit`, and the selected ones. Blocked names are none.
    std::vector<FacetValue> values(std::size_t limit, std::string_view prefix,
                                   const std::vector<NameNumbers::Number>& selected) const;

private:
    /// Without a branch: whether a name was met before is anybody's guess.
    void count(NameNumbers::Number number) {
        met_[met_count_] = number;
        if (articles_[number]++ == 0) ++met_count_;
    }
    void count_in_story(NameNumbers::Number number);
    template <typename Visit>
    void for_each_value(const Location& match, const Visit& visit);
    template <typename Wanted>
    std::vector<NameNumbers::Number> most_counted(std::size_t limit, const Wanted& wanted) const;

    FacetKind kind_;
    schema::Names column_;
    const Snapshot& snapshot_;
    const NameNumbers& names_;
    std::vector<std::uint32_t> articles_;  ///< by number
    /// What a version of a story has that an earlier one had: each time a number, and by number
    /// when these have become as many as there are names.
    std::vector<NameNumbers::Number> repeats_;
    std::vector<std::uint32_t> repeated_;
    std::vector<std::uint16_t> last_story_;  ///< that had it, by number; empty before the first
    std::uint16_t stories_ = 0;              ///< of several versions; begins again
    std::unique_ptr<NameNumbers::Number[]> met_;  ///< as counted(), with a place for one more
    std::size_t met_count_ = 0;
    std::vector<NameNumbers::Number> of_article_;  ///< while it is counted
};

}  // namespace archive
