// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/word_pattern.h"

#include <algorithm>

namespace archive {

namespace {

/// How many places are remembered before those out of reach are forgotten.
constexpr std::size_t crowded = 8;

constexpr std::uint16_t bit(ZoneKind kind) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
}

}  // namespace

ZoneSet zones_of(Where where) {
    switch (where) {
        case Where::text:
            return {static_cast<std::uint16_t>(bit(ZoneKind::headline) | bit(ZoneKind::standfirst)
                                               | bit(ZoneKind::body) | bit(ZoneKind::caption)
                                               | bit(ZoneKind::byline) | bit(ZoneKind::dateline)
                                               | bit(ZoneKind::credit)),
                    false};
        case Where::headline: return {bit(ZoneKind::headline), false};
        case Where::lead: return {bit(ZoneKind::standfirst), true};
        case Where::body: return {bit(ZoneKind::body), false};
        case Where::caption: return {bit(ZoneKind::caption), false};
        case Where::furniture: return {bit(ZoneKind::furniture), false};
    }
    return {};
}

ZoneSet with_furniture(ZoneSet zones) {
    zones.kinds = static_cast<std::uint16_t>(zones.kinds | bit(ZoneKind::furniture));
    return zones;
}

ZoneSet with_body(ZoneSet zones) {
    return {static_cast<std::uint16_t>(zones.kinds | bit(ZoneKind::body)), false};
}

std::optional<std::uint32_t> PatternRun::take(std::uint16_t from, std::uint16_t to,
                                              std::uint32_t position, std::uint32_t span,
                                              std::uint32_t begin) {
    bool leads_on = from == 0;
    std::uint32_t first = begin;
    for (const auto& reached : reached_) {
        if (reached.place != from || reached.position != position) continue;
        leads_on = true;
        first = reached.begin;
        break;
    }
    if (!leads_on) return std::nullopt;
    if (to == length_) return first;
    if (reached_.size() >= crowded) {
        std::erase_if(reached_, [&](const Reached& reached) {
            return reached.position + most_joined_parts < position;
        });
    }
    reached_.push_back({to, position + span, first});
    return std::nullopt;
}

}  // namespace archive
