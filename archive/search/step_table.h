// SPDX-License-Identifier: GPL-2.0-or-later
// step_table.h - Leads the words of an article through a phrase of which a word has many forms.
//
// "the abc*" may have hundreds of forms, too many to look for one by one, and following places in a
// list costs much at each word. Instead every word of the segment has a byte that says from which
// places of the phrase it leads on, and the places that are reached are bits too: a word is a
// look-up, an AND and a shift.
#pragma once

#include "archive/index/token_scan.h"
#include "archive/search/word_pattern.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace archive {

class StepTable {
public:
    /// An edge of the pattern, by the numbers of its words.
    struct Edge {
        std::uint16_t from = 0;
        std::uint16_t to = 0;
        std::span<const std::uint32_t> numbers;  ///< ascending
    };

    /// Longer phrases do not fit.
    static constexpr std::uint16_t longest = 7;

    /// For the words of a segment that has so many. Borrows the numbers. Zones with the lead do not
    /// fit: it is a paragraph.
    StepTable(const std::vector<Edge>& edges, std::uint16_t length, const ZoneSet& zones,
              std::size_t words);

    /// Whether the words of the pattern stand there in their order, in one of the zones.
    bool holds(std::string_view tokens) const;

private:
    using Places = std::uint8_t;
    Places led_on(std::uint32_t word, Places from) const;

    std::vector<Edge> wider_;  ///< that lead over several places at once
    std::uint16_t length_;
    ZoneSet zones_;
    std::vector<Places> steps_;  ///< by word: places that an edge to the next one leaves
    WantedWords wanted_;         ///< those that leave any
};

}  // namespace archive
