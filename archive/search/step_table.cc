// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/step_table.h"

#include "archive/index/tokens.h"

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

}  // namespace

StepTable::StepTable(std::vector<Edge> edges, std::uint16_t length, const ZoneSet& zones,
                     std::size_t words)
    : length_(length), zones_(zones), steps_(words, 0) {
    assert(length <= longest && !zones.lead);
    for (const auto& edge : edges) {
        const bool single = edge.to == edge.from + 1;
        const auto bits = static_cast<Places>(single ? 1U << edge.from : takes_wider);
        for (const auto number : edge.numbers)
            steps_[number] = static_cast<Places>(steps_[number] | bits);
        if (!single) wider_.push_back(edge);
    }
}

StepTable::Places StepTable::led_on(std::uint32_t word, Places from) const {
    const auto steps = steps_[word];
    auto to = static_cast<Places>((from & steps & ~takes_wider) << 1U);
    if ((steps & takes_wider) == 0) return to;
    for (const auto& edge : wider_) {
        if ((from >> edge.from & 1U) != 0
            && std::binary_search(edge.numbers.begin(), edge.numbers.end(), word))
            to = static_cast<Places>(to | 1U << edge.to);
    }
    return to;
}

bool StepTable::holds(std::string_view tokens) const {
    constexpr Places beginning = 1;
    std::array<Places, remembered> reached{};
    std::uint32_t position = 0;
    bool looked_at = zones_.holds(ZoneKind::body, false);
    const auto* at = reinterpret_cast<const unsigned char*>(tokens.data());
    const auto* const end = at + tokens.size();
    while (at < end) {
        const auto code = read_token_number(at, end);
        if (code >= token_codes::first_word) {
            const auto word = code - token_codes::first_word;
            if (word >= steps_.size()) return false;  // damaged tokens
            const auto from = static_cast<Places>(reached[position % remembered] | beginning);
            ++position;
            auto& places = reached[position % remembered];
            places = 0;
            if (!looked_at || steps_[word] == 0) continue;
            places = led_on(word, from);
            if ((places >> length_ & 1U) != 0) return true;
            continue;
        }
        if (code == token_codes::joined) {
            if (at == end) return false;
            const auto span = read_token_number(at, end);
            if (at == end) return false;
            const auto word = read_token_number(at, end);
            if (span == 0 || span > most_joined_parts || word >= steps_.size()) return false;
            if (!looked_at || steps_[word] == 0) continue;
            const auto from =
                static_cast<Places>(reached[(position - span) % remembered] | beginning);
            auto& places = reached[position % remembered];
            places = static_cast<Places>(places | led_on(word, from));
            if ((places >> length_ & 1U) != 0) return true;
            continue;
        }
        reached.fill(0);  // nothing goes on over the end of a paragraph
        if (code == token_codes::zone && at < end)
            looked_at = zones_.holds(static_cast<ZoneKind>(*at++), false);
    }
    return false;
}

}  // namespace archive
