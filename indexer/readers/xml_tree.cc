// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml_tree.h"

#include "archive/base/text.h"
#include "indexer/readers/record_values.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace indexer {

namespace {

std::string_view local(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Elements that HTML never closes: people write them into XML just so.
bool is_void(std::string_view name) {
    constexpr std::array<std::string_view, 8> names{"br",  "hr",   "img",   "input",
                                                    "wbr", "meta", "embed", "col"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool XmlNode::is_text() const {
    return tree_ != nullptr && at_ != 0 && tree_->node(at_).name_size == 0;
}

bool XmlNode::is(std::string_view local_name) const {
    return tree_ != nullptr && name() == local_name && !local_name.empty();
}

std::string_view XmlNode::name() const {
    if (tree_ == nullptr) return {};
    const auto& node = tree_->node(at_);
    return local(tree_->piece(node.text_at, node.name_size));
}

std::string_view XmlNode::prefix() const {
    if (tree_ == nullptr) return {};
    const auto& node = tree_->node(at_);
    const auto name = tree_->piece(node.text_at, node.name_size);
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

std::string_view XmlNode::space() const {
    if (tree_ == nullptr) return {};
    const auto own = prefix();
    const std::string wanted = own.empty() ? "xmlns" : "xmlns:" + std::string(own);
    for (XmlNode node = *this; node; node = node.parent()) {
        const auto end = tree_->attributes_end(node.at_);
        for (auto i = tree_->node(node.at_).attributes; i < end; ++i) {
            const auto& one = tree_->attributes_[i];
            if (tree_->piece(one.text_at, one.name_size) == wanted) {
                return tree_->piece(one.text_at + one.name_size, one.value_size);
            }
        }
    }
    return {};
}

std::string_view XmlNode::attribute(std::string_view local_name) const {
    if (tree_ == nullptr || is_text()) return {};
    const auto end = tree_->attributes_end(at_);
    for (auto i = tree_->node(at_).attributes; i < end; ++i) {
        const auto& one = tree_->attributes_[i];
        if (local(tree_->piece(one.text_at, one.name_size)) != local_name) continue;
        return tree_->piece(one.text_at + one.name_size, one.value_size);
    }
    return {};
}

XmlNode XmlNode::parent() const {
    if (tree_ == nullptr || at_ == 0) return {};
    return {*tree_, tree_->node(at_).parent};
}

XmlNode XmlNode::first() const {
    if (tree_ == nullptr || is_text() || at_ + 1 >= tree_->end_of(at_)) return {};
    return {*tree_, at_ + 1};
}

XmlNode XmlNode::next() const {
    if (tree_ == nullptr || at_ == 0) return {};
    const auto end = tree_->end_of(at_);
    if (end >= tree_->end_of(tree_->node(at_).parent)) return {};
    return {*tree_, end};
}

XmlNode XmlNode::child(std::string_view local_name) const {
    for (XmlNode node = first(); node; node = node.next()) {
        if (node.is(local_name)) return node;
    }
    return {};
}

std::vector<XmlNode> XmlNode::children() const {
    std::vector<XmlNode> found;
    for (XmlNode node = first(); node; node = node.next()) {
        if (!node.is_text()) found.push_back(node);
    }
    return found;
}

std::vector<XmlNode> XmlNode::children(std::string_view local_name) const {
    std::vector<XmlNode> found;
    for (XmlNode node = first(); node; node = node.next()) {
        if (node.is(local_name)) found.push_back(node);
    }
    return found;
}

XmlNode XmlNode::find(std::string_view local_name) const {
    for (std::uint32_t i = at_ + 1; i < end(); ++i) {
        if (const XmlNode node(*tree_, i); node.is(local_name)) return node;
    }
    return {};
}

std::vector<XmlNode> XmlNode::all(std::string_view local_name) const {
    std::vector<XmlNode> found;
    for (std::uint32_t i = at_ + 1; i < end(); ++i) {
        if (const XmlNode node(*tree_, i); node.is(local_name)) found.push_back(node);
    }
    return found;
}

std::string_view XmlNode::own_text() const {
    if (!is_text()) return {};
    return tree_->piece(tree_->node(at_).text_at, tree_->node(at_).text_size);
}

std::string XmlNode::text() const {
    std::string joined;
    for (std::uint32_t i = at_; i < end(); ++i) joined += XmlNode(*tree_, i).own_text();
    return joined;
}

std::string XmlNode::line() const {
    return clean_line(text());
}

std::uint32_t XmlNode::end() const {
    return tree_ == nullptr ? 0 : tree_->end_of(at_);
}

XmlTree::XmlTree() : open_{0} {
    nodes_.emplace_back();
}

XmlTree XmlTree::read(Bytes& bytes, std::size_t most_bytes) {
    XmlTree tree;
    XmlScanner scanner(bytes);
    XmlToken token;
    for (;;) {
        const std::size_t line = scanner.line();
        scanner.next(token);
        if (token.kind == XmlToken::Kind::finish) {
            tree.finish(scanner.line());
            break;
        }
        if (scanner.consumed() > most_bytes || tree.size() >= archive::limits::xml_nodes) {
            tree.too_large_ = true;
            tree.close(1);
            break;
        }
        switch (token.kind) {
            case XmlToken::Kind::start: tree.start(token, line); break;
            case XmlToken::Kind::end: tree.end(token.name, line); break;
            case XmlToken::Kind::text: tree.add_text(token.text); break;
            case XmlToken::Kind::finish: break;
        }
    }
    return tree;
}

XmlNode XmlTree::root() const {
    for (XmlNode node = top().first(); node; node = node.next()) {
        if (!node.is_text()) return node;
    }
    return {};
}

void XmlTree::damaged(std::size_t line, std::string what) {
    if (!damage_) damage_ = XmlDamage{line, std::move(what)};
}

std::uint32_t XmlTree::attributes_end(std::uint32_t at) const {
    return at + 1 < nodes_.size() ? nodes_[at + 1].attributes
                                  : static_cast<std::uint32_t>(attributes_.size());
}

void XmlTree::start(const XmlToken& token, std::size_t line) {
    if (open_.size() > archive::limits::xml_levels) {
        damaged(line, "elements in one another more than "
                          + std::to_string(archive::limits::xml_levels) + " deep");
        if (!token.closed) ++buried_;
        return;
    }
    const auto at = static_cast<std::uint32_t>(nodes_.size());
    auto& node = nodes_.emplace_back();
    node.parent = open_.back();
    node.attributes = static_cast<std::uint32_t>(attributes_.size());
    node.text_at = text_.size();
    node.name_size = static_cast<std::uint32_t>(token.name.size());
    node.end = token.closed ? at + 1 : 0;
    text_ += token.name;
    for (const auto& attribute : token.attributes) {
        attributes_.push_back({static_cast<std::uint32_t>(attribute.name.size()),
                               static_cast<std::uint32_t>(attribute.value.size()), text_.size()});
        text_ += attribute.name;
        text_ += attribute.value;
    }
    if (!token.closed) open_.push_back(at);
}

void XmlTree::close(std::size_t keep) {
    for (; open_.size() > keep; open_.pop_back()) {
        nodes_[open_.back()].end = static_cast<std::uint32_t>(nodes_.size());
    }
}

void XmlTree::end(std::string_view name, std::size_t line) {
    if (buried_ > 0) {
        --buried_;
        return;
    }
    const auto name_of = [&](std::uint32_t at) {
        return piece(nodes_[at].text_at, nodes_[at].name_size);
    };
    for (std::size_t i = open_.size(); i-- > 1;) {
        if (name_of(open_[i]) != name) {
            continue;
        }
        for (std::size_t within = i + 1; within < open_.size(); ++within) {
            const auto inner = name_of(open_[within]);
            if (is_void(inner)) continue;
            damaged(line, "'" + std::string(name) + "' ends within '" + std::string(inner) + "'");
            break;
        }
        close(i);
        return;
    }
    if (!is_void(name)) damaged(line, "'" + std::string(name) + "' ends and did not begin");
}

void XmlTree::add_text(std::string_view text) {
    if (text.empty()) return;
    const auto at = static_cast<std::uint32_t>(nodes_.size());
    auto& last = nodes_.back();
    const bool goes_on = at > 1 && last.name_size == 0 && last.parent == open_.back()
                         && last.text_at + last.text_size == text_.size();
    if (goes_on) {
        last.text_size += static_cast<std::uint32_t>(text.size());
    } else {
        auto& node = nodes_.emplace_back();
        node.parent = open_.back();
        node.attributes = static_cast<std::uint32_t>(attributes_.size());
        node.text_at = text_.size();
        node.text_size = static_cast<std::uint32_t>(text.size());
        node.end = at + 1;
    }
    text_ += text;
}

void XmlTree::finish(std::size_t line) {
    if (open_.size() > 1) {
        const auto& node = nodes_[open_.back()];
        cut_short_ = true;
        damaged(line, "the file ends within '"
                          + std::string(local(piece(node.text_at, node.name_size))) + "'");
    }
    close(1);
}

void XmlTree::cut_back(const XmlNode& node) {
    const auto at = node.place();
    while (open_.back() >= at) open_.pop_back();
    // One end tag may have closed the node and those around it.
    for (auto around = nodes_[at].parent;; around = nodes_[around].parent) {
        if (nodes_[around].end > at) nodes_[around].end = at;
        if (around == 0) break;
    }
    buried_ = 0;
    text_.resize(nodes_[at].text_at);
    attributes_.resize(nodes_[at].attributes);
    nodes_.resize(at);
}

std::string inner_html(const XmlNode& node, const HtmlTag& tag) {
    std::string html;
    if (!node) return html;
    const auto put_text = [&](std::string_view text) {
        for (const char c : text) {
            switch (c) {
                case '&': html += "&amp;"; break;
                case '<': html += "&lt;"; break;
                case '>': html += "&gt;"; break;
                case '"': html += "&quot;"; break;
                default: html += c;
            }
        }
    };
    constexpr std::array<std::string_view, 8> kept{"href", "class", "id",  "src",
                                                   "alt",  "title", "rel", "role"};
    std::vector<std::string> open;  // end tags to come; empty for elements that have none
    std::vector<XmlNode> around;    // their elements
    XmlNode at = node.first();
    while (at) {
        if (at.is_text()) {
            put_text(at.own_text());
        } else if (const std::string name = tag ? tag(at) : archive::ascii_lower(at.name());
                   !name.empty()) {
            html += '<' + name;
            for (const auto attribute : kept) {
                const auto value = at.attribute(attribute);
                if (value.empty()) continue;
                html.append(" ").append(attribute).append("=\"");
                put_text(value);
                html += '"';
            }
            html += '>';
            open.push_back(is_void(name) ? std::string() : "</" + name + '>');
            around.push_back(at);
            if (at.first()) {
                at = at.first();
                continue;
            }
            html += open.back();
            open.pop_back();
            around.pop_back();
        }
        while (!at.next() && !around.empty()) {
            html += open.back();
            at = around.back();
            open.pop_back();
            around.pop_back();
        }
        at = at.next();
    }
    return html;
}

}  // namespace indexer
