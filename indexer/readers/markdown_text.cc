// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/markdown_text.h"

#include "archive/base/text.h"

#include <cmark.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace indexer {

namespace {

struct NodeFree {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct IterFree {
    void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
};
using Nodes = std::unique_ptr<cmark_node, NodeFree>;
using Walk = std::unique_ptr<cmark_iter, IterFree>;

/// The value of caption="..." in a site generator's tag.
std::string_view caption_in(std::string_view tag) {
    constexpr std::string_view name = "caption=\"";
    const auto begin = tag.find(name);
    if (begin == std::string_view::npos) return {};
    const auto rest = tag.substr(begin + name.size());
    return rest.substr(0, rest.find('"'));
}

/// The text without {{...}} and {%...%} on one line.
std::string without_shortcodes(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const auto open = text.find('{', at);
        out += text.substr(at, open - at);
        if (open == std::string_view::npos) break;
        const auto pair = text.substr(open, 2);
        const std::string_view close = pair == "{{" ? "}}" : "%}";
        const auto line = text.substr(open, text.find('\n', open) - open);
        const auto end = pair == "{{" || pair == "{%" ? line.find(close) : std::string_view::npos;
        if (end == std::string_view::npos) {
            out += '{';
            at = open + 1;
            continue;
        }
        out += caption_in(line.substr(0, end));
        at = open + end + close.size();
        const bool blanks = at < text.size() && text[at] == ' ' && out.ends_with(' ');
        if (blanks) ++at;
    }
    return out;
}

bool holds_html(cmark_node* root) {
    const Walk walk(cmark_iter_new(root));
    for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(walk.get())) {
        const auto type = cmark_node_get_type(cmark_iter_get_node(walk.get()));
        if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) return true;
    }
    return false;
}

std::string rendered(cmark_node* root) {
    const std::unique_ptr<char, decltype(&std::free)> html(
        cmark_render_html(root, CMARK_OPT_UNSAFE), std::free);
    return html.get();
}

std::string plain(cmark_node* root) {
    std::string text;
    const auto end_paragraph = [&] {
        while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
        if (!text.empty()) text += "\n\n";
    };
    const Walk walk(cmark_iter_new(root));
    for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(walk.get())) {
        cmark_node* node = cmark_iter_get_node(walk.get());
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_TEXT:
            case CMARK_NODE_CODE: text += cmark_node_get_literal(node); break;
            case CMARK_NODE_SOFTBREAK: text += ' '; break;
            case CMARK_NODE_LINEBREAK: text += '\n'; break;
            case CMARK_NODE_CODE_BLOCK:
                text += cmark_node_get_literal(node);
                end_paragraph();
                break;
            case CMARK_NODE_PARAGRAPH:
            case CMARK_NODE_HEADING: end_paragraph(); break;
            default: break;
        }
    }
    return text;
}

}  // namespace

std::string markdown_text(std::string_view markdown) {
    const std::string source = without_shortcodes(markdown);
    const Nodes root(cmark_parse_document(source.data(), source.size(), CMARK_OPT_DEFAULT));
    return holds_html(root.get()) ? rendered(root.get()) : plain(root.get());
}

}  // namespace indexer
