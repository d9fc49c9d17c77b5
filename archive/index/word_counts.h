// SPDX-License-Identifier: GPL-2.0-or-later
// word_counts.h - The distinct words of one article, and how often each occurs where.
//
// Filled once an article and emptied again: what it has allocated it keeps.
#pragma once

#include "archive/index/word_numbers.h"

#include <cstddef>
#include <cstdint>
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
    std::uint32_t quoted = 0;  ///< inside quotations

    Occurrences& operator+=(const Occurrences& more);
};

class WordCounts {
public:
    /// Empties the table.
    void clear();

    /// The number of a word, from 0 by first occurrence; new ones begin with no occurrences.
    std::uint32_t number(std::string_view word);

    std::size_t size() const { return words_.size(); }
    Occurrences& operator[](std::uint32_t number) { return occurrences_[number]; }

    /// Valid until the next call of number().
    std::string_view text(std::uint32_t number) const { return words_.text(number); }

private:
    WordNumbers words_;
    std::vector<Occurrences> occurrences_;  ///< by number
};

}  // namespace archive
