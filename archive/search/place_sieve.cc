// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/place_sieve.h"

#include <algorithm>
#include <limits>

namespace archive {

namespace {

constexpr PlaceSieve::Sides left_side = 1, right_side = 2, both_sides = 3;

/// How far the bits of a side are moved that count in capitals only.
constexpr unsigned in_capitals = 2;

/// Stands for an operand that may reach anywhere.
constexpr std::uint32_t no_extent = 1U << 20U;

}  // namespace

PlaceSieve::PlaceSieve(const PlacePattern& pattern)
    : pattern_(pattern), of_leaf_(pattern.nodes.size(), 0) {
    if (pattern.quoted) return;
    const auto root_number = static_cast<std::uint32_t>(pattern.nodes.size() - 1);
    const auto& root = pattern.nodes.back();
    const bool words_alone =
        root.kind == PlaceNode::Kind::words || root.kind == PlaceNode::Kind::any;
    if (pattern.times > 1 || words_alone) {
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
    if (root.kind == PlaceNode::Kind::same)
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
    note_names();
}

/// What names stand for, and whether landmarks matter at all.
void PlaceSieve::note_names() {
    Sides words = 0;
    for (std::size_t node = 0; node < of_leaf_.size(); ++node) {
        const auto& leaf = pattern_.nodes[node];
        auto* const of = leaf.kind == PlaceNode::Kind::name
                             ? &of_names_[static_cast<std::size_t>(leaf.type)]
                             : &words;
        *of = static_cast<Sides>(*of | of_leaf_[node]);
    }
    Sides names = 0;
    for (const auto of_type : of_names_) names = static_cast<Sides>(names | of_type);
    names_only_ = static_cast<Sides>(names & ~words);
    marked_ = names != 0 || pattern_.asks_for_capitals();
    // Names may lie over words, and over each other: only joining counts them apart.
    if (kind_ == Kind::often && names != 0) kind_ = Kind::none;
}

/// Where the words are looked for: where all of them are, else wherever any is.
void PlaceSieve::choose_zones() {
    bool first = true;
    for (std::size_t node = 0; node < of_leaf_.size(); ++node) {
        if (of_leaf_[node] == 0) continue;
        const auto& leaf = pattern_.nodes[node];
        auto zones = leaf.kind == PlaceNode::Kind::name ? zones_of(Where::text) : leaf.words.zones;
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
        case PlaceNode::Kind::without: return {{}, 0, false, false};
        case PlaceNode::Kind::name: return {{node}, 0, true, true};
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
    if (edge.to != pattern_.nodes[node].words.length) return 0;
    const auto side = of_leaf_[node];
    return edge.capitals ? static_cast<Sides>(side << in_capitals) : side;
}

void PlaceSieve::gather_names(const Landmarks& landmarks) {
    name_ends_.clear();
    for (std::size_t type = 0; type < entity_types; ++type) {
        if (of_names_[type] == 0) continue;
        for (const auto& name : landmarks.names[type]) {
            name_ends_.push_back({name.first, true, of_names_[type]});
            name_ends_.push_back({name.last - 1, false, of_names_[type]});
        }
    }
    const auto before = [](const NameEnd& left, const NameEnd& right) {
        return left.position != right.position ? left.position < right.position
                                               : left.begins > right.begins;
    };
    // Of one type they hardly ever lie over each other.
    if (!std::is_sorted(name_ends_.begin(), name_ends_.end(), before))
        std::sort(name_ends_.begin(), name_ends_.end(), before);
}

Sieved PlaceSieve::sieved(std::string_view tokens, const WantedWords& wanted,
                          std::span<const Sides> sides, const Landmarks& landmarks) {
    if (!marked_) return look_at<false>(tokens, wanted, sides, landmarks.capitals);
    gather_names(landmarks);
    Sides named = 0;
    for (const auto& end : name_ends_) named = static_cast<Sides>(named | end.sides);
    if ((names_only_ & ~named) != 0) return Sieved::no;
    return look_at<true>(tokens, wanted, sides, landmarks.capitals);
}

template <bool marked>
Sieved PlaceSieve::look_at(std::string_view tokens, const WantedWords& wanted,
                           std::span<const Sides> sides,
                           const std::vector<std::uint32_t>& capitals) const {
    switch (kind_) {
        case Kind::none: break;
        case Kind::near: return look<Kind::near, marked>(tokens, wanted, sides, capitals);
        case Kind::in_order: return look<Kind::in_order, marked>(tokens, wanted, sides, capitals);
        case Kind::same: return look<Kind::same, marked>(tokens, wanted, sides, capitals);
        case Kind::often: return look<Kind::often, marked>(tokens, wanted, sides, capitals);
    }
    return Sieved::perhaps;
}

template <PlaceSieve::Kind kind, bool marked>
Sieved PlaceSieve::look(std::string_view tokens, const WantedWords& wanted,
                        std::span<const Sides> sides,
                        const std::vector<std::uint32_t>& capitals) const {
    const auto found = whole_ ? Sieved::yes : Sieved::perhaps;
    bool looked_at = zones_.holds(ZoneKind::body, false);
    constexpr auto before_all = longest_distance + no_extent;
    std::uint32_t left = 0, right = 0;  // positions behind `before_all`; far away at first
    Sides met = 0;
    std::uint32_t times = 0;
    auto name = name_ends_.begin();
    const auto last_name = name_ends_.empty() ? 0 : name_ends_.back().position;
    auto capital = capitals.begin();

    // Whether something at a position that stands for these operands completes a match.
    const auto completes = [&](Sides side, std::uint32_t position) {
        if constexpr (kind == Kind::same) {
            met = static_cast<Sides>(met | side);
            return met == both_sides;
        } else if constexpr (kind == Kind::often) {
            return side != 0 && ++times == distance_;
        } else {
            const auto here = before_all + position;
            if ((side & right_side) != 0 && here - left <= distance_) return true;
            return kind == Kind::near && (side & left_side) != 0 && here - right <= distance_;
        }
    };
    // Whatever follows is that far from it.
    const auto measure_from = [&](Sides side, std::uint32_t position) {
        if ((side & left_side) != 0) left = before_all + position;
        if ((side & right_side) != 0) right = before_all + position;
    };
    // The same of the names up to a position. A name is met before its first word and measured from
    // its last: it is near no word of its own.
    const auto names_complete = [&](std::uint32_t until, bool begun_there) {
        const auto is_before = [&](const NameEnd& end) {
            return end.position < until || (begun_there && end.position == until && end.begins);
        };
        for (; name != name_ends_.end() && is_before(*name); ++name) {
            if (!looked_at) continue;
            if (!name->begins)
                measure_from(name->sides, name->position);
            else if (completes(name->sides, name->position))
                return true;
        }
        return false;
    };

    TokenScan scan(tokens, wanted);
    for (Token token;;) {
        const auto stop = scan.meet(token);
        if (stop == TokenScan::Met::end) break;
        if (stop == TokenScan::Met::border) {
            if (marked && names_complete(token.position, false)) return found;
            looked_at = zones_.holds(token.zone, false);
            met = 0;
            continue;
        }
        if (token.word >= sides.size()) return Sieved::perhaps;  // damaged tokens
        auto side = sides[token.word];
        if (token.span > 1) {
            if (looked_at && (side & both_sides) != 0) return Sieved::perhaps;
            continue;
        }
        if constexpr (marked) {
            const auto here = token.position;
            if (names_complete(here, true)) return found;
            // Behind the last name nothing is near one.
            if (name == name_ends_.end() && names_only_ != 0 && kind != Kind::same
                && here > last_name + distance_)
                return Sieved::no;
            if (side > both_sides) {
                while (capital != capitals.end() && *capital < here) ++capital;
                if (capital != capitals.end() && *capital == here)
                    side = static_cast<Sides>(side | side >> in_capitals);
                side &= both_sides;
            }
        }
        if (side == 0 || !looked_at) continue;
        if (completes(side, token.position)) return found;
        measure_from(side, token.position);
    }
    if (marked && names_complete(std::numeric_limits<std::uint32_t>::max(), false)) return found;
    return Sieved::no;
}

}  // namespace archive
