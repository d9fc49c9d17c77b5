// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/quoted_words.h"

#include <algorithm>
#include <limits>

namespace archive {

namespace {

bool is_of_words_only(const PlaceNode& node) {
    switch (node.kind) {
        case PlaceNode::Kind::words: return node.words.length == 1;
        case PlaceNode::Kind::any:
        case PlaceNode::Kind::same:
        case PlaceNode::Kind::without: return true;
        case PlaceNode::Kind::name:
        case PlaceNode::Kind::near:
        case PlaceNode::Kind::adjacent:
        case PlaceNode::Kind::together: break;
    }
    return false;
}

}  // namespace

bool asks_for_words_only(const PlacePattern& pattern) {
    return pattern.quoted && pattern.nodes.size() <= std::numeric_limits<LeafBits>::digits
           && std::all_of(pattern.nodes.begin(), pattern.nodes.end(), is_of_words_only);
}

bool is_met_by(const PlacePattern& pattern, LeafBits leaves) {
    LeafBits met = leaves;
    const auto is_met = [&](std::uint32_t node) { return (met >> node & 1U) != 0; };
    for (std::size_t node = 0; node < pattern.nodes.size(); ++node) {
        const auto kind = pattern.nodes[node].kind;
        const auto& operands = pattern.nodes[node].operands;
        if (operands.empty()) continue;
        bool holds = false;
        if (kind == PlaceNode::Kind::any)
            holds = std::any_of(operands.begin(), operands.end(), is_met);
        else if (kind == PlaceNode::Kind::same)
            holds = std::all_of(operands.begin(), operands.end(), is_met);
        else
            holds = is_met(operands[0]) && !is_met(operands[1]);
        if (holds) met |= LeafBits{1} << node;
    }
    return is_met(static_cast<std::uint32_t>(pattern.nodes.size() - 1));
}

}  // namespace archive
