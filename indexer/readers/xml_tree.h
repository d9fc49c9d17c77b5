// SPDX-License-Identifier: GPL-2.0-or-later
// xml_tree.h - XML as a tree of elements by their local names, whatever the prefix.
//
// "media:description" is an element called "description" with the prefix "media". The tree is a
// flat array in document order, as a page's is (extract/page_tree.h). Damaged files give what is
// readable: an end tag closes the nearest open element of its name and all within it, one that
// closes nothing is passed over, and what the file's end leaves open is closed there. The first
// such place is kept with its line.
#pragma once

#include "archive/base/limits.h"
#include "indexer/readers/xml_scan.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

class XmlTree;

/// An element, a piece of text or, where nothing was found, neither: every question about that has
/// an empty answer. Valid while its tree lives and is not cut back.
class XmlNode {
public:
    XmlNode() = default;
    XmlNode(const XmlTree& tree, std::uint32_t at) : tree_(&tree), at_(at) {}

    explicit operator bool() const { return tree_ != nullptr; }
    bool is_text() const;
    bool is(std::string_view local_name) const;

    std::string_view name() const;    ///< local name as written: "HeadLine"
    std::string_view prefix() const;  ///< "media", or empty
    std::string_view space() const;   ///< address of its namespace, where one is declared

    /// By local name: attribute("lang") is that of xml:lang. Empty when there is none.
    std::string_view attribute(std::string_view local_name) const;

    XmlNode parent() const;
    XmlNode first() const;  ///< first child, text or element
    XmlNode next() const;   ///< next sibling

    /// The first child element of that name; child("a", "b") is the first b of the first a.
    XmlNode child(std::string_view local_name) const;
    template <typename... Names>
    XmlNode child(std::string_view local_name, Names... inner) const {
        return child(local_name).child(inner...);
    }
    std::vector<XmlNode> children() const;  ///< elements only
    std::vector<XmlNode> children(std::string_view local_name) const;

    /// Elements anywhere below, in document order.
    XmlNode find(std::string_view local_name) const;
    std::vector<XmlNode> all(std::string_view local_name) const;

    std::string_view own_text() const;  ///< of a text node
    std::string text() const;           ///< all text below, as written
    std::string line() const;           ///< the same as one line, trimmed

    std::uint32_t place() const { return at_; }  ///< in the tree: inside means between this
    std::uint32_t end() const;                   ///< and this

    friend bool operator==(const XmlNode&, const XmlNode&) = default;

private:
    const XmlTree* tree_ = nullptr;
    std::uint32_t at_ = 0;
};

/// Where a file is damaged first.
struct XmlDamage {
    std::size_t line = 0;
    std::string what;  ///< "'item' ends within 'title'"
};

class XmlTree {
public:
    XmlTree();

    /// Reads a whole document of at most `most_bytes` UTF-8; `too_large()` tells that more was left
    /// unread.
    static XmlTree read(Bytes& bytes, std::size_t most_bytes);

    /// Above the outermost element.
    XmlNode top() const { return {*this, 0}; }
    /// The outermost element.
    XmlNode root() const;

    const std::optional<XmlDamage>& damage() const { return damage_; }
    bool too_large() const { return too_large_; }
    bool cut_short() const { return cut_short_; }  ///< the end left elements open

    // For those who read record by record (xml_records.h).

    void start(const XmlToken& token, std::size_t line);
    /// Closes the nearest open element of that name.
    void end(std::string_view name, std::size_t line);
    void add_text(std::string_view text);
    void finish(std::size_t line);
    XmlNode innermost() const { return {*this, open_.back()}; }  ///< of the open elements
    std::size_t open_elements() const { return open_.size() - 1; }
    std::size_t bytes() const {
        return text_.size() + nodes_.size() * sizeof(Node) + attributes_.size() * sizeof(Attribute);
    }
    std::size_t size() const { return nodes_.size(); }
    void damaged(std::size_t line, std::string what);
    /// Forgets `node` and all behind it; what is open of that is closed.
    void cut_back(const XmlNode& node);

private:
    friend class XmlNode;
    struct Node {
        std::uint32_t parent = 0;
        std::uint32_t end = 0;         // one past the last node inside; 0 while open
        std::uint32_t attributes = 0;  // first of them
        std::uint32_t name_size = 0;   // 0 for text
        std::size_t text_at = 0;       // of the name or the text
        std::uint32_t text_size = 0;
    };
    struct Attribute {
        std::uint32_t name_size = 0;
        std::uint32_t value_size = 0;
        std::size_t text_at = 0;
    };

    const Node& node(std::uint32_t at) const { return nodes_[at]; }
    std::uint32_t end_of(std::uint32_t at) const {
        return nodes_[at].end == 0 ? static_cast<std::uint32_t>(nodes_.size()) : nodes_[at].end;
    }
    std::string_view piece(std::size_t at, std::size_t size) const {
        return std::string_view(text_).substr(at, size);
    }
    std::uint32_t attributes_end(std::uint32_t at) const;
    void close(std::size_t keep);

    std::string text_;  // names, attributes and text of all nodes, in document order
    std::vector<Node> nodes_;
    std::vector<Attribute> attributes_;
    std::vector<std::uint32_t> open_;
    std::size_t buried_ = 0;  // open elements below the deepest level
    std::optional<XmlDamage> damage_;
    bool too_large_ = false;
    bool cut_short_ = false;
};

/// The HTML tag of an element; empty to leave it out with all that is in it.
using HtmlTag = std::function<std::string(const XmlNode& element)>;

/// What is below `node` as HTML, for article_from_html(). Without `tag` elements keep their local
/// names, in lower case.
std::string inner_html(const XmlNode& node, const HtmlTag& tag = {});

}  // namespace indexer
