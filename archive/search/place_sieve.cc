// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/place_sieve.h"

#include "archive/index/tokens.h"

#include <algorithm>

namespace archive {

namespace {

constexpr PlaceSieve::Sides left_side = 1, right_side = 2, both_sides = 3;

/// Stands for an operand that may reach anywhere.
constexpr std::uint32_t no_extent = 1U << 20U;

}  // namespace

PlaceSieve::PlaceSieve(const PlacePattern& pattern)
    : pattern_(pattern), of_leaf_(pattern.nodes.size(), 0) {
    if (pattern.quoted) return;
    const auto root_number = static_cast<std::uint32_t>(pattern.nodes.size() - 1);
    const auto& root = pattern.nodes.back();
    if (pattern.times > 1) {
        if (const auto words = needed(root_number); words.whole)
            look_for(Kind::often, pattern.times, words, {});
        return;
    }
    switch (root.kind) {
        case PlaceNode::Kind::words:
        case PlaceNode::Kind::name:
        case PlaceNode::Kind::any:
        case PlaceNode::Kind::without: return;
        case PlaceNode::Kind::near:
        case PlaceNode::Kind::together:
        case PlaceNode::Kind::adjacent:
        case PlaceNode::Kind::same: break;
    }
    const auto left = needed(root.operands[0]), right = needed(root.operands[1]);
    const auto is_name = [&](std::size_t operand) {
        return pattern.nodes[root.operands[operand]].kind == PlaceNode::Kind::name;
    };
    const bool near = root.kind == PlaceNode::Kind::near || root.kind == PlaceNode::Kind::adjacent;
    if (near && is_name(0) != is_name(1))
        look_for(Kind::beside_name, root.distance, is_name(0) ? right : left, {});
    else if (root.kind == PlaceNode::Kind::same)
        look_for(Kind::same, 0, left, right);
    else if (root.kind == PlaceNode::Kind::adjacent)
        look_for(Kind::in_order, root.distance, left, right);
    else
        look_for(Kind::near, root.distance, left, right);
    whole_ = whole_ && root.operands.size() == 2;
}

void PlaceSieve::look_for(Kind kind, std::uint32_t distance, const Needed& left,
                          const Needed& right) {
    if (!left.known || !right.known) return;
    kind_ = kind;
    distance_ = distance + left.wider + right.wider;
    whole_ = left.whole && right.whole;
    const auto note = [&](const Needed& operand, Sides side) {
        for (const auto leaf : operand.leaves)
            of_leaf_[leaf] = static_cast<Sides>(of_leaf_[leaf] | side);
    };
    note(left, left_side);
    note(right, right_side);
    choose_zones();
}

/// Where the words are looked for: where all of them are, else wherever any is.
void PlaceSieve::choose_zones() {
    bool first = true;
    for (std::size_t node = 0; node < of_leaf_.size(); ++node) {
        if (of_leaf_[node] == 0) continue;
        auto zones = pattern_.nodes[node].words.zones;
        if (zones.lead) {
            whole_ = false;
            zones = with_body(zones);
        }
        whole_ = whole_ && (first || zones == zones_);
        zones_.kinds = static_cast<std::uint16_t>(zones_.kinds | zones.kinds);
        first = false;
    }
}

PlaceSieve::Needed PlaceSieve::needed(std::uint32_t node) const {
    const auto& wanted = pattern_.nodes[node];
    switch (wanted.kind) {
        case PlaceNode::Kind::name:
        case PlaceNode::Kind::without: return {{}, 0, false, false};
        case PlaceNode::Kind::words: {
            const bool one_word = wanted.words.length == 1;
            return {{node}, one_word ? 0U : extent(node), one_word, true};
        }
        case PlaceNode::Kind::any: {
            Needed any;
            for (const auto operand : wanted.operands) {
                const auto one = needed(operand);
                any.leaves.insert(any.leaves.end(), one.leaves.begin(), one.leaves.end());
                any.wider = std::max(any.wider, one.wider);
                any.whole = any.whole && one.whole;
                any.known = any.known && one.known;
            }
            return any;
        }
        case PlaceNode::Kind::near:
        case PlaceNode::Kind::adjacent:
        case PlaceNode::Kind::together:
        case PlaceNode::Kind::same: break;
    }
    auto one = needed(wanted.operands.front());
    one.whole = false;
    // A paragraph that holds two words gives either: what stands beside it may be the other.
    one.known = one.known && wanted.kind != PlaceNode::Kind::same;
    one.wider += extent(node);
    return one;
}

/// The most positions that a match of the node covers.
std::uint32_t PlaceSieve::extent(std::uint32_t node) const {
    const auto& wanted = pattern_.nodes[node];
    switch (wanted.kind) {
        case PlaceNode::Kind::words: return wanted.words.length;
        case PlaceNode::Kind::name:
        case PlaceNode::Kind::without: return no_extent;
        case PlaceNode::Kind::any:
        case PlaceNode::Kind::same: {
            std::uint32_t most = 0;
            for (const auto operand : wanted.operands) most = std::max(most, extent(operand));
            return most;
        }
        case PlaceNode::Kind::near:
        case PlaceNode::Kind::adjacent:
        case PlaceNode::Kind::together: break;
    }
    auto all = wanted.distance;
    for (const auto operand : wanted.operands) all = std::min(all + extent(operand), no_extent);
    return all;
}

PlaceSieve::Sides PlaceSieve::sides(std::uint32_t node, const PatternEdge& edge) const {
    // Of several words in a row the last is looked for, whichever way leads over it.
    return edge.to == pattern_.nodes[node].words.length ? of_leaf_[node] : Sides{0};
}

Sieved PlaceSieve::sieved(std::string_view tokens, std::span<const Sides> sides) const {
    switch (kind_) {
        case Kind::none:
        case Kind::beside_name: break;
        case Kind::near: return look<Kind::near>(tokens, sides);
        case Kind::in_order: return look<Kind::in_order>(tokens, sides);
        case Kind::same: return look<Kind::same>(tokens, sides);
        case Kind::often: return look<Kind::often>(tokens, sides);
    }
    return Sieved::perhaps;
}

void PlaceSieve::words_beside(std::string_view tokens, std::span<const Sides> sides,
                              std::vector<std::uint32_t>& beside) {
    beside.clear();
    words_.clear();
    met_.clear();
    // Gaps between paragraphs and zones are left out, which only brings words closer together.
    const auto* at = reinterpret_cast<const unsigned char*>(tokens.data());
    const auto* const end = at + tokens.size();
    std::uint32_t position = 0;
    while (at < end) {
        const auto code = read_token_number(at, end);
        if (code == token_codes::zone && at < end) ++at;
        if (code == token_codes::zone || code == token_codes::paragraph) continue;
        auto word = code - token_codes::first_word;
        auto begin = position;
        if (code == token_codes::joined) {
            if (at == end) break;
            begin -= std::min(read_token_number(at, end), position);
            if (at == end) break;
            word = read_token_number(at, end);
        } else {
            ++position;
        }
        if (word >= sides.size()) break;  // damaged tokens
        if (sides[word] != 0) met_.push_back(words_.size());
        words_.push_back({word, begin});
    }
    // A joined word stands behind the last of its parts, though it begins with the first.
    const auto reach = distance_ + std::uint32_t{most_joined_parts};
    std::size_t next = 0;
    for (const auto met : met_) {
        const auto here = words_[met].position;
        auto first = met;
        while (first > next && words_[first - 1].position + reach + most_joined_parts >= here)
            --first;
        for (next = std::max(next, first);
             next < words_.size() && words_[next].position <= here + reach + most_joined_parts;
             ++next) {
            beside.push_back(words_[next].word);
        }
    }
}

/// What TokenWalk does, without anything it does not need: this runs over every word of every
/// article that has the words.
template <PlaceSieve::Kind kind>
Sieved PlaceSieve::look(std::string_view tokens, std::span<const Sides> sides) const {
    const auto found = whole_ ? Sieved::yes : Sieved::perhaps;
    const auto* at = reinterpret_cast<const unsigned char*>(tokens.data());
    const auto* const end = at + tokens.size();
    const auto number = [&] { return read_token_number(at, end); };
    bool looked_at = zones_.holds(ZoneKind::body, false);
    std::uint32_t position = longest_distance + no_extent;
    std::uint32_t left = 0, right = 0;  // positions; far away at first
    bool words_here = false;
    Sides met = 0;
    std::uint32_t times = 0;
    while (at < end) {
        const auto code = number();
        if (code < token_codes::first_word) {
            if (code == token_codes::joined) {
                if (at == end) break;
                number();
                if (at == end) break;
                const auto word = number();
                if (looked_at && word < sides.size() && sides[word] != 0) return Sieved::perhaps;
                continue;
            }
            if (code == token_codes::zone) {
                if (at == end) break;
                looked_at = zones_.holds(static_cast<ZoneKind>(*at++), false);
            }
            if (words_here) position += code == token_codes::zone ? zone_gap : paragraph_gap;
            words_here = false;
            met = 0;
            continue;
        }
        const auto word = code - token_codes::first_word;
        if (word >= sides.size()) return Sieved::perhaps;  // damaged tokens
        ++position;
        words_here = true;
        const auto side = sides[word];
        if (side == 0 || !looked_at) continue;
        if constexpr (kind == Kind::same) {
            met = static_cast<Sides>(met | side);
            if (met == both_sides) return found;
        } else if constexpr (kind == Kind::often) {
            if (++times == distance_) return found;
        } else {
            if ((side & right_side) != 0 && position - left <= distance_) return found;
            if constexpr (kind == Kind::near) {
                if ((side & left_side) != 0 && position - right <= distance_) return found;
            }
            if ((side & left_side) != 0) left = position;
            if ((side & right_side) != 0) right = position;
        }
    }
    return Sieved::no;
}

}  // namespace archive
