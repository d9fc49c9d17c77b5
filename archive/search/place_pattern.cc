// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/place_pattern.h"

#include <algorithm>

namespace archive {

bool PlacePattern::crosses_paragraphs() const {
    return quoted || std::any_of(nodes.begin(), nodes.end(), [](const PlaceNode& node) {
               return node.distance > paragraph_gap;
           });
}

bool PlacePattern::asks_for_lead() const {
    return std::any_of(nodes.begin(), nodes.end(), [](const PlaceNode& node) {
        return node.words.zones.lead || node.zones.lead;
    });
}

}  // namespace archive
