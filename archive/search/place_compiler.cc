// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/place_compiler.h"

#include "archive/base/text.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace archive {

namespace {

/// Adds the nodes of a query to a pattern. A node without a number can't be met.
class Builder {
public:
    using Number = std::optional<std::uint32_t>;

    Builder(PlacePattern& pattern, const LeafPattern& leaf_pattern)
        : pattern_(pattern), leaf_pattern_(leaf_pattern) {}

    Number add(const Query& query) {
        return std::visit([&](const auto& node) { return add_node_of(node); }, query.node);
    }

private:
    Number add_node_of(const WordQuery& word) { return add_words(typed_words(word)); }
    Number add_node_of(const PatternQuery& pattern) { return add_words(typed_words(pattern)); }
    Number add_node_of(const FuzzyQuery& fuzzy) { return add_words(typed_words(fuzzy)); }
    Number add_node_of(const PhraseQuery& phrase) {
        return phrase.within > 0 ? add_together(phrase) : add_words(typed_words(phrase));
    }
    Number add_node_of(const AnyNameQuery& name) { return add_name(name); }
    Number add_node_of(const OrQuery& any) { return add_any(any); }
    Number add_node_of(const NearQuery& near) { return add_near(near); }
    Number add_node_of(const AndQuery& all) { return add_all(all); }
    template <typename Other>
    Number add_node_of(const Other&) {
        assert(!"the parser lets nothing else in: see query_operands.h");
        return std::nullopt;
    }

    Number add_words(const TypedWords& typed) {
        PlaceNode node;
        node.words = leaf_pattern_(typed);
        if (node.words.edges.empty()) return std::nullopt;
        return add_leaf(std::move(node));
    }

    /// The same words are one leaf, wherever they are asked for.
    std::uint32_t add_leaf(PlaceNode leaf) {
        const auto known = std::find(pattern_.nodes.begin(), pattern_.nodes.end(), leaf);
        return known != pattern_.nodes.end()
                   ? static_cast<std::uint32_t>(known - pattern_.nodes.begin())
                   : add_node(std::move(leaf));
    }

    Number add_name(const AnyNameQuery& name) {
        const auto type = entity_type_named(name.field);
        if (!type) return std::nullopt;
        PlaceNode node;
        node.kind = PlaceNode::Kind::name;
        node.type = *type;
        return add_node(std::move(node));
    }

    Number add_any(const OrQuery& any) {
        PlaceNode node;
        node.kind = PlaceNode::Kind::any;
        for (const auto& operand : any.operands) {
            if (const auto number = add(*operand)) node.operands.push_back(*number);
        }
        if (node.operands.size() <= 1)
            return node.operands.empty() ? Number{} : Number{node.operands.front()};
        return add_node(std::move(node));
    }

    /// Only inside a quotation: all of it stands there, but for what is excluded.
    Number add_all(const AndQuery& all) {
        Number joined;
        for (const auto& operand : all.operands) {
            if (std::holds_alternative<NotQuery>(operand->node)) continue;
            const auto number = add(*operand);
            if (!number) return std::nullopt;
            joined = joined ? add_pair(PlaceNode::Kind::same, *joined, *number) : number;
        }
        for (const auto& operand : all.operands) {
            const auto* excluded = std::get_if<NotQuery>(&operand->node);
            if (excluded == nullptr) continue;
            if (const auto number = add(*excluded->operand))
                joined = add_pair(PlaceNode::Kind::without, joined.value(), *number);
        }
        return joined;
    }

    Number add_near(const NearQuery& near) {
        const auto left = add(*near.left), right = add(*near.right);
        if (!left || !right) return std::nullopt;
        PlaceNode node;
        node.operands = {*left, *right};
        switch (near.kind) {
            case NearQuery::Kind::near: node.kind = PlaceNode::Kind::near; break;
            case NearQuery::Kind::adjacent: node.kind = PlaceNode::Kind::adjacent; break;
            case NearQuery::Kind::same: node.kind = PlaceNode::Kind::same; break;
        }
        if (near.kind != NearQuery::Kind::same) node.distance = near.words;
        return add_node(std::move(node));
    }

    /// The words of a phrase; one that stands in it twice is one node, met twice.
    Number add_together(const PhraseQuery& phrase) {
        PlaceNode node;
        node.kind = PlaceNode::Kind::together;
        for (const auto& word : words_apart(phrase)) {
            PlaceNode leaf;
            leaf.words = leaf_pattern_(typed_words(word));
            if (leaf.words.length == 0) continue;  // nothing but punctuation
            if (leaf.words.edges.empty()) return std::nullopt;
            node.operands.push_back(add_leaf(std::move(leaf)));
        }
        if (node.operands.size() <= 1)
            return node.operands.empty() ? Number{} : Number{node.operands.front()};
        // The words themselves must have room.
        node.distance = std::max<std::uint32_t>(
            phrase.within, static_cast<std::uint32_t>(node.operands.size() - 1));
        return add_node(std::move(node));
    }

    std::uint32_t add_pair(PlaceNode::Kind kind, std::uint32_t left, std::uint32_t right) {
        PlaceNode node;
        node.kind = kind;
        node.operands = {left, right};
        return add_node(std::move(node));
    }

    std::uint32_t add_node(PlaceNode node) {
        pattern_.nodes.push_back(std::move(node));
        return static_cast<std::uint32_t>(pattern_.nodes.size() - 1);
    }

    PlacePattern& pattern_;
    const LeafPattern& leaf_pattern_;
};

}  // namespace

std::optional<PlacePattern> place_pattern_of(const Query& query, const LeafPattern& leaf_pattern) {
    PlacePattern pattern;
    Builder builder(pattern, leaf_pattern);
    const auto* at_least = std::get_if<AtLeastQuery>(&query.node);
    const auto* said = std::get_if<SaidQuery>(&query.node);
    const auto root = builder.add(at_least != nullptr ? *at_least->operand
                                  : said != nullptr   ? *said->operand
                                                      : query);
    if (!root) return std::nullopt;
    pattern.nodes.resize(*root + 1);  // an alternative that can't be met may have left leaves
    if (at_least != nullptr) pattern.times = at_least->times;
    pattern.quoted = said != nullptr;
    return pattern;
}

std::vector<PhraseQuery> words_apart(const PhraseQuery& phrase) {
    std::vector<PhraseQuery> words;
    for (const auto piece : split(phrase.text, ' ')) {
        if (trimmed(piece).empty()) continue;
        auto word = phrase;
        word.text = std::string(trimmed(piece));
        word.within = 0;
        words.push_back(std::move(word));
    }
    return words;
}

}  // namespace archive
