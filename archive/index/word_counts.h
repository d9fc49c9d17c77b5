// SPDX-License-Identifier: GPL-2.0-or-later
// word_counts.h - The distinct words of one article, and how often each occurs where.
//
// Filled once an article and emptied again: what it has allocated it keeps. An article has a few
// hundred words and each is looked up for every occurrence, so this is a table of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// How often a word occurs, by the prefix of its postings.
struct Occurrences {
    std::uint32_t text = 0;      ///< anywhere but in furniture, each by the weight of its zone
    std::uint32_t headline = 0;  ///< from here on unweighted
    std::uint32_t lead = 0;
    std::uint32_t caption = 0;
    std::uint32_t capitals = 0;
    std::uint32_t furniture = 0;

    Occurrences& operator+=(const Occurrences& more);
};

class WordCounts {
public:
    WordCounts();

    /// Empties the table.
    void clear();

    /// The number of a word, from 0 by first occurrence; new ones begin with no occurrences.
    std::uint32_t number(std::string_view word);

    std::size_t size() const { return entries_.size(); }
    Occurrences& operator[](std::uint32_t number) { return entries_[number].occurrences; }

    /// Valid until the next call of number().
    std::string_view text(std::uint32_t number) const {
        const auto& entry = entries_[number];
        return std::string_view(text_).substr(entry.begin, entry.bytes);
    }

private:
    struct Entry {
        std::uint64_t hash = 0;
        std::uint32_t begin = 0;
        std::uint32_t bytes = 0;
        Occurrences occurrences;
    };

    void grow();

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_;  ///< number + 1, or 0 for none
    std::string text_;
};

}  // namespace archive
