// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/step_table.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace archive {

namespace {

/// Of a word that takes an edge over several places.
constexpr std::uint8_t takes_wider = 1U << StepTable::longest;

/// Positions whose places are remembered, for joined words, which begin that far back.
constexpr std::uint32_t remembered = 16;
static_assert(most_joined_parts < remembered && (remembered & (remembered - 1)) == 0);

bool has(std::uint32_t places, std::uint16_t place) {
    return (places >> place & 1U) != 0;
}

}  // namespace

StepTable::StepTable(const std::vector<Edge>& edges, std::uint16_t length, const ZoneSet& zones,
                     std::size_t words)
    : length_(length), zones_(zones), steps_(words, 0) {
    assert(length <= longest && !zones.lead);
    for (const auto& edge : edges) {
        const bool single = edge.to == edge.from + 1;
        const auto bits = static_cast<Places>(single ? 1U << edge.from : takes_wider);
        for (const auto number : edge.numbers) {
            steps_[number] = static_cast<Places>(steps_[number] | bits);
            wanted_.add(number);
        }
        if (!single) wider_.push_back(edge);
    }
}

StepTable::Places StepTable::led_on(std::uint32_t word, Places from) const {
    const auto steps = steps_[word];
    auto to = static_cast<Places>((from & steps & ~takes_wider) << 1U);
    if ((steps & takes_wider) == 0) return to;
    for (const auto& edge : wider_) {
        if (has(from, edge.from)
            && std::binary_search(edge.numbers.begin(), edge.numbers.end(), word))
            to = static_cast<Places>(to | 1U << edge.to);
    }
    return to;
}

bool StepTable::holds(std::string_view tokens) const {
    constexpr Places beginning = 1;
    std::array<Places, remembered> reached{};  // before the word at a position
    std::uint32_t known = 0;                   // the last position of which it is said
    bool looked_at = zones_.holds(ZoneKind::body, false);
    TokenScan scan(tokens, wanted_);
    for (Token token;;) {
        const auto met = scan.meet(token);
        if (met == TokenScan::Met::end) return false;
        if (met == TokenScan::Met::border) {
            reached.fill(0);  // nothing goes on over the end of a paragraph
            looked_at = zones_.holds(token.zone, false);
            continue;
        }
        if (token.word >= steps_.size() || token.span > most_joined_parts)
            return false;  // damaged tokens
        if (!looked_at || steps_[token.word] == 0) continue;
        const auto behind = token.position + token.span;
        if (behind >= known + remembered) reached.fill(0);
        for (auto at = std::max(known, behind < remembered ? 0 : behind - remembered); at < behind;)
            reached[++at % remembered] = 0;
        known = std::max(known, behind);
        const auto from = static_cast<Places>(reached[token.position % remembered] | beginning);
        auto& places = reached[behind % remembered];
        places = static_cast<Places>(places | led_on(token.word, from));
        if (has(places, length_)) return true;
    }
}

}  // namespace archive
