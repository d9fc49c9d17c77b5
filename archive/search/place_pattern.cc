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
    return std::any_of(nodes.begin(), nodes.end(),
                       [](const PlaceNode& node) { return node.words.zones.lead; });
}

bool PlacePattern::asks_for_capitals() const {
    return std::any_of(nodes.begin(), nodes.end(), [](const PlaceNode& node) {
        const auto& edges = node.words.edges;
        return std::any_of(edges.begin(), edges.end(),
                           [](const PatternEdge& edge) { return edge.capitals; });
    });
}

bool PlacePattern::asks_for_names() const {
    return std::any_of(nodes.begin(), nodes.end(),
                       [](const PlaceNode& node) { return node.kind == PlaceNode::Kind::name; });
}

bool PlacePattern::told_by_terms() const {
    const auto known = [](const PlaceNode& node) {
        return node.kind == PlaceNode::Kind::any
               || (node.kind == PlaceNode::Kind::words && node.words.length == 1
                   && node.words.zones == zones_of(Where::text));
    };
    return quoted && speakers.empty() && !asks_for_capitals()
           && std::all_of(nodes.begin(), nodes.end(), known);
}

}  // namespace archive
