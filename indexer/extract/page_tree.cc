// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_tree.h"

#include "indexer/extract/libxml_begun.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

#include <deque>

namespace indexer {

namespace {

constexpr int deepest = 400;

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

}  // namespace

struct PageTree::Document {
    htmlDocPtr tree = nullptr;
    std::deque<std::string> joined;  // attribute values that libxml2 keeps in pieces

    ~Document() { xmlFreeDoc(tree); }

    std::string_view value_of(xmlAttrPtr attribute) {
        const xmlNode* value = attribute->children;
        if (value == nullptr) return {};
        if (value->next == nullptr && value->content != nullptr) return view(value->content);
        xmlChar* text = xmlNodeListGetString(tree, attribute->children, 1);
        joined.emplace_back(view(text));
        xmlFree(text);
        return joined.back();
    }
};

PageTree::PageTree(std::string_view html) : document_(std::make_unique<Document>()) {
    begin_libxml();
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                            | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    htmlParserCtxtPtr parser =
        htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size()));
    if (parser != nullptr) {
        htmlCtxtUseOptions(parser, options);
        parser->options |= XML_PARSE_HUGE;  // else text nodes above 10 MB and deep pages lose text
        if (auto* utf8 = xmlFindCharEncodingHandler("UTF-8")) {
            xmlSwitchToEncoding(parser, utf8);
        }
        htmlParseDocument(parser);
        document_->tree = parser->myDoc;
        htmlFreeParserCtxt(parser);
    }
    constexpr std::size_t bytes_a_node = 40;
    nodes_.reserve(html.size() / bytes_a_node + 16);
    build();
}

PageTree::~PageTree() = default;

int PageTree::add(int parent, std::vector<int>& last_child) {
    const int at = size();
    nodes_.emplace_back();
    nodes_.back().parent = parent;
    nodes_.back().end = at + 1;
    last_child.push_back(-1);
    if (parent < 0) return at;
    auto& last = last_child[static_cast<std::size_t>(parent)];
    if (last < 0) {
        nodes_[static_cast<std::size_t>(parent)].first = at;
    } else {
        nodes_[static_cast<std::size_t>(last)].next = at;
    }
    last = at;
    return at;
}

void PageTree::build() {
    std::vector<int> last_child;
    std::vector<int> open{add(-1, last_child)};
    nodes_[0].tag = Tag::root;
    int depth = 0;
    const auto close = [&] {
        if (depth <= deepest) {
            nodes_[static_cast<std::size_t>(open.back())].end = size();
            open.pop_back();
        }
        --depth;
    };
    const xmlNode* at =
        document_->tree == nullptr ? nullptr : xmlDocGetRootElement(document_->tree);
    while (at != nullptr && at->prev != nullptr) at = at->prev;  // text and comments before <html>
    while (at != nullptr) {
        const bool element = at->type == XML_ELEMENT_NODE;
        if (element) {
            const Tag tag = tag_named(view(at->name));
            ++depth;
            if (depth <= deepest) {
                const int node = add(open.back(), last_child);
                open.push_back(node);
                auto& added = nodes_[static_cast<std::size_t>(node)];
                added.tag = tag;
                if (tag == Tag::body && body_ == 0) body_ = node;
                added.attributes_from = static_cast<std::uint32_t>(attributes_.size());
                for (auto* one = at->properties; one != nullptr; one = one->next) {
                    attributes_.push_back({view(one->name), document_->value_of(one)});
                }
                added.attributes_to = static_cast<std::uint32_t>(attributes_.size());
            }
        } else if ((at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE)
                   && at->content != nullptr) {
            const int node = add(open.back(), last_child);
            nodes_[static_cast<std::size_t>(node)].tag = Tag::text;
            nodes_[static_cast<std::size_t>(node)].text = view(at->content);
        }
        if (element && at->children != nullptr) {
            at = at->children;
            continue;
        }
        if (element) close();
        while (at->next == nullptr && at->parent != nullptr
               && at->parent->type == XML_ELEMENT_NODE) {
            at = at->parent;
            close();
        }
        at = at->next;
    }
    nodes_[0].end = size();
}

std::string_view PageTree::attribute(int node, std::string_view name) const {
    const auto& one = this->node(node);
    for (auto i = one.attributes_from; i < one.attributes_to; ++i) {
        if (attributes_[i].name == name) return attributes_[i].value;
    }
    return {};
}

bool PageTree::has_attribute(int node, std::string_view name) const {
    const auto& one = this->node(node);
    for (auto i = one.attributes_from; i < one.attributes_to; ++i) {
        if (attributes_[i].name == name) return true;
    }
    return false;
}

}  // namespace indexer
