// SPDX-License-Identifier: GPL-2.0-or-later
// page_tree.h - An HTML page as a flat array of nodes in document order.
//
// Every node knows where its subtree ends, so "is x inside y" is two comparisons, a walk over a
// subtree is a loop, and no page is nested too deeply for us. Elements more than 400 levels down
// hang on the one at level 400: their text is kept.
#pragma once

#include "indexer/extract/page_tags.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

struct PageAttribute {
    std::string_view name;
    std::string_view value;
};

struct PageNode {
    int parent = -1;
    int first = -1;  ///< first child
    int next = -1;   ///< next sibling
    int end = 0;     ///< one past the last node inside
    Tag tag = Tag::other;
    std::string_view text = {};  ///< of a text node
    std::uint32_t attributes_from = 0;
    std::uint32_t attributes_to = 0;

    bool is_text() const { return tag == Tag::text; }
};

/// A parsed page. Views into it live as long as it does.
class PageTree {
public:
    /// Parses UTF-8 with libxml2's recovering HTML parser: no network, no entities of its own.
    explicit PageTree(std::string_view html);
    ~PageTree();
    PageTree(const PageTree&) = delete;
    PageTree& operator=(const PageTree&) = delete;

    const std::vector<PageNode>& nodes() const { return nodes_; }
    const PageNode& node(int at) const { return nodes_[static_cast<std::size_t>(at)]; }
    int size() const { return static_cast<int>(nodes_.size()); }
    int body() const { return body_; }  ///< the body element, else the root

    bool inside(int node, int outer) const { return node >= outer && node < this->node(outer).end; }

    /// The value of an attribute; empty when it is empty or missing.
    std::string_view attribute(int node, std::string_view name) const;
    bool has_attribute(int node, std::string_view name) const;

private:
    struct Document;  // libxml2's

    int add(int parent, std::vector<int>& last_child);
    void build();

    std::unique_ptr<Document> document_;
    std::vector<PageNode> nodes_;
    std::vector<PageAttribute> attributes_;
    int body_ = 0;
};

}  // namespace indexer
