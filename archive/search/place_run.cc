// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/place_run.h"

#include <algorithm>

namespace archive {

namespace {

/// Places of one leaf that are kept until they are joined: with 64 of them and what they are joined
/// to, 25 MB.
constexpr std::size_t most_places = 8192;

}  // namespace

PlaceRun::PlaceRun(const PlacePattern& pattern) : pattern_(pattern) {
    for (const auto& node : pattern.nodes)
        nodes_.push_back({{}, {}, {}, PatternRun(node.words.length)});
}

void PlaceRun::restart() {
    clear_found();
    times_ = 0;
    last_end_ = 0;
}

void PlaceRun::clear_found() {
    for (auto& node : nodes_) {
        node.places.clear();
        node.members.clear();
        node.words.restart();
    }
    nothing_found_ = true;
    full_ = false;
    joined_ = false;
}

void PlaceRun::take(std::uint32_t node, std::uint16_t from, std::uint16_t to,
                    std::uint32_t position, std::uint32_t span, std::uint32_t paragraph) {
    if (joined_) clear_found();
    const auto begin = nodes_[node].words.take(from, to, position, span, position);
    if (begin) found(node, {*begin, position + span, paragraph, paragraph});
}

void PlaceRun::found(std::uint32_t node, const Occurrence& place) {
    if (joined_) clear_found();
    nothing_found_ = false;
    auto& places = nodes_[node].places;
    auto at = places.end();
    while (at != places.begin() && (at - 1)->end == place.end && (at - 1)->begin >= place.begin)
        --at;
    if (at != places.end() && at->begin == place.begin) return;  // met by two ways
    places.insert(at, place);
    full_ = full_ || places.size() >= most_places;
}

void PlaceRun::break_off() {
    for (auto& node : nodes_) node.words.restart();
}

bool PlaceRun::join_found() {
    for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
        if (!is_leaf(node)) join_node(node);
    }
    for (const auto& place : nodes_.back().places) {
        if (place.begin < last_end_) continue;
        last_end_ = place.end;
        ++times_;
    }
    nothing_found_ = true;
    full_ = false;
    joined_ = true;
    return met();
}

std::vector<const Occurrences*> PlaceRun::places_of(const std::vector<std::uint32_t>& nodes) const {
    std::vector<const Occurrences*> places;
    places.reserve(nodes.size());
    for (const auto node : nodes) places.push_back(&nodes_[node].places);
    return places;
}

void PlaceRun::join_node(std::uint32_t node) {
    const auto& wanted = pattern_.nodes[node];
    auto& joined = nodes_[node];
    const auto operand = [&](std::size_t at) -> const Occurrences& {
        return nodes_[wanted.operands[at]].places;
    };
    switch (wanted.kind) {
        case PlaceNode::Kind::words:
        case PlaceNode::Kind::name: break;
        case PlaceNode::Kind::any: join_any(places_of(wanted.operands), joined.places); break;
        case PlaceNode::Kind::near:
            join_near(operand(0), operand(1), wanted.distance, Order::free, joined.places);
            break;
        case PlaceNode::Kind::adjacent:
            join_near(operand(0), operand(1), wanted.distance, Order::kept, joined.places);
            break;
        case PlaceNode::Kind::together:
            join_together(places_of(wanted.operands), wanted.distance, joined.places,
                          joined.members);
            break;
        case PlaceNode::Kind::same:
            join_same(operand(0), operand(1), joined.places, joined.members);
            break;
        case PlaceNode::Kind::without: join_without(operand(0), operand(1), joined.places); break;
    }
}

void PlaceRun::find_parts() {
    for (auto& node : nodes_) node.takes_part.assign(node.places.size(), false);
    nodes_.back().takes_part.assign(nodes_.back().places.size(), true);
    for (auto node = static_cast<std::uint32_t>(nodes_.size()); node-- > 0;) {
        if (!is_leaf(node)) note_parts(node);
    }
}

void PlaceRun::note_parts(std::uint32_t node) {
    const auto& operands = pattern_.nodes[node].operands;
    const auto& joined = nodes_[node];
    const auto note = [&](std::uint32_t operand, std::uint32_t index) {
        nodes_[operands[operand]].takes_part[index] = true;
    };
    for (std::size_t i = 0; i < joined.places.size(); ++i) {
        if (!joined.takes_part[i]) continue;
        const auto& place = joined.places[i];
        switch (pattern_.nodes[node].kind) {
            case PlaceNode::Kind::words:
            case PlaceNode::Kind::name: break;
            case PlaceNode::Kind::any: note(place.first, place.second); break;
            case PlaceNode::Kind::without: note(0, place.first); break;
            case PlaceNode::Kind::near:
            case PlaceNode::Kind::adjacent:
                note(0, place.first);
                note(1, place.second);
                break;
            case PlaceNode::Kind::same:
                if (i > 0 && joined.takes_part[i - 1] && joined.places[i - 1].first == place.first)
                    break;  // another place of the same paragraph
                [[fallthrough]];
            case PlaceNode::Kind::together:
                for (auto member = place.first; member <= place.second; ++member)
                    note(joined.members[member].operand, joined.members[member].index);
                break;
        }
    }
}

}  // namespace archive
