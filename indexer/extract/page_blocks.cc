// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_blocks.h"

#include "archive/base/text.h"
#include "indexer/extract/page_text.h"
#include "indexer/extract/text_lines.h"

#include <utility>

namespace indexer {

namespace {

/// Walks a subtree with a stack of its own, so that no nesting is too deep.
class BlockWalk {
public:
    BlockWalk(const LivePage& page, std::vector<PageBlock>& blocks)
        : page_(page), tree_(page.tree()), blocks_(blocks) {}

    void walk(int root) {
        enter(root);
        while (!open_.empty()) {
            auto& top = open_.back();
            if (top.child < 0) {
                leave();
                continue;
            }
            const int child = top.child;
            top.child = tree_.node(child).next;
            enter(child);
        }
        finish_block();
    }

private:
    struct Open {
        int node;
        int child;      ///< the next to enter, or -1
        Tag saved_tag;  ///< what blocks stood in before
        bool saved_row;
        bool block;
        bool link;
    };

    void enter(int at) {
        if (!page_.alive(at)) return;
        const auto& node = tree_.node(at);
        if (node.is_text()) return add_text(at);
        if (node.tag == Tag::br) return break_line();
        const bool link = node.tag == Tag::a && tree_.has_attribute(at, "href");
        Open open{at, node.first, tag_, in_row_, is_block(node.tag), link};
        if (in_row_ && (node.tag == Tag::td || node.tag == Tag::th)) {
            if (!block_.text.empty() && block_.text.back() != ' ') block_.text += ' ';
            open.block = false;
        } else {
            if (node.tag == Tag::tr) in_row_ = short_row(at);
            if (open.block) {
                finish_block();
                tag_ = tag_inside(heading_in_name_only(at) ? Tag::div : node.tag);
            }
        }
        if (link) ++links_open_;
        open_.push_back(open);
    }

    void leave() {
        const Open open = open_.back();
        open_.pop_back();
        if (open.link) --links_open_;
        in_row_ = open.saved_row;
        if (open.block) {
            finish_block();
            tag_ = open.saved_tag;
        }
    }

    void add_text(int at) {
        const auto& node = tree_.node(at);
        const std::size_t before = block_.text.size();
        if (tag_ == Tag::pre) {
            block_.text += node.text;
        } else {
            append_folded(block_.text, node.text);
        }
        if (links_open_ > 0) block_.links += page_.length(at);
        if (block_.node < 0 && block_.text.size() > before) block_.node = node.parent;
        block_.texts.push_back(at);
    }

    /// One <br> is a line end, two part paragraphs.
    void break_line() {
        if (!block_.text.empty() && block_.text.back() == '\n') return finish_block();
        while (!block_.text.empty() && block_.text.back() == ' ') block_.text.pop_back();
        if (!block_.text.empty()) block_.text += '\n';
    }

    /// A row whose cells are short reads as one line.
    bool short_row(int row) const {
        constexpr std::size_t longest_cell = 200;
        std::size_t cells = 0;
        for (int cell = tree_.node(row).first; cell >= 0; cell = tree_.node(cell).next) {
            if (tree_.node(cell).is_text() || !page_.alive(cell)) continue;
            if (page_.length(cell) > longest_cell) return false;
            ++cells;
        }
        return cells >= 2;
    }

    /// A heading that was never closed holds the whole article.
    bool heading_in_name_only(int at) const {
        constexpr std::size_t longest_heading = 600;
        return is_heading(tree_.node(at).tag) && page_.length(at) > longest_heading;
    }

    /// What blocks stand in behind the start of a block element: headings and list items stay what
    /// they are whatever is inside them.
    Tag tag_inside(Tag tag) const {
        switch (tag) {
            case Tag::h1:
            case Tag::h2:
            case Tag::h3:
            case Tag::h4:
            case Tag::h5:
            case Tag::h6: return tag;
            case Tag::p:
            case Tag::li:
            case Tag::blockquote:
            case Tag::pre:
            case Tag::td:
            case Tag::th:
            case Tag::dt:
            case Tag::dd:
                if (is_heading(tag_)) return tag_;
                return tag_ == Tag::li && tag == Tag::p ? Tag::li : tag;
            case Tag::div:
            case Tag::section:
            case Tag::article:
                return tag_ == Tag::li || tag_ == Tag::td || is_heading(tag_) ? tag_ : Tag::div;
            default: return tag_;
        }
    }

    /// Typewritten text has its own line ends: wrapped lines are joined, others stay.
    static std::string typewritten(std::string_view text) {
        std::string lines;
        for (const auto& line : text_lines(text).lines) {
            if (!lines.empty()) lines += '\n';
            append_folded(lines, line.text);
        }
        return lines;
    }

    void finish_block() {
        if (tag_ == Tag::pre && !block_.texts.empty()) block_.text = typewritten(block_.text);
        const auto text = archive::trimmed(block_.text);
        if (!text.empty()) {
            if (text.size() != block_.text.size()) block_.text = std::string(text);
            block_.length = folded_length(block_.text);
            block_.tag = tag_;
            blocks_.push_back(std::move(block_));
        }
        block_ = {};
    }

    const LivePage& page_;
    const PageTree& tree_;
    std::vector<PageBlock>& blocks_;
    std::vector<Open> open_;
    PageBlock block_;
    Tag tag_ = Tag::div;
    bool in_row_ = false;
    int links_open_ = 0;
};

}  // namespace

std::vector<PageBlock> blocks_inside(const LivePage& page, int root) {
    std::vector<PageBlock> blocks;
    BlockWalk(page, blocks).walk(root);
    return blocks;
}

}  // namespace indexer
