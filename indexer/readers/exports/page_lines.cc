// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/page_lines.h"

#include "archive/base/text.h"
#include "indexer/extract/page_text.h"

#include <algorithm>

namespace indexer {

namespace {

/// Collects text, and ends lines only where text follows.
class LineText {
public:
    enum class Break : std::uint8_t { none, cell, line, block };

    void text(std::string_view text) {
        std::string folded;
        append_folded(folded, text);
        const bool blank = archive::trimmed(folded).empty();
        if (blank) {
            gap_ = gap_ || !folded.empty() || !text.empty();
            return;
        }
        const bool leading = text.front() == ' ' || text.front() == '\n' || text.front() == '\t';
        flush(gap_ || leading);
        gap_ = folded.back() == ' ';
        out_ += archive::trimmed(folded);
    }

    void wants(Break kind) { break_ = std::max(break_, kind); }

    std::string take() { return std::move(out_); }

private:
    void flush(bool gap) {
        if (out_.empty()) {
            break_ = Break::none;
            return;
        }
        switch (break_) {
            case Break::none:
                if (gap) out_ += ' ';
                break;
            case Break::cell: out_ += '\t'; break;
            case Break::line: out_ += '\n'; break;
            case Break::block: out_ += "\n\n"; break;
        }
        break_ = Break::none;
    }

    std::string out_;
    Break break_ = Break::none;
    bool gap_ = false;
};

LineText::Break break_of(Tag tag) {
    if (tag == Tag::br) return LineText::Break::line;
    if (tag == Tag::td || tag == Tag::th) return LineText::Break::cell;
    if (is_block(tag) || is_heading(tag) || tag == Tag::tr) return LineText::Break::block;
    return LineText::Break::none;
}

}  // namespace

std::string page_lines(const PageTree& page, int node, const std::function<bool(int)>& leave_out) {
    return page_lines_between(page, node, page.node(node).end, leave_out);
}

std::string page_lines_between(const PageTree& page, int first, int last,
                               const std::function<bool(int)>& leave_out) {
    LineText lines;
    std::vector<std::pair<int, LineText::Break>> open;  // where elements end
    for (int at = first; at < last;) {
        while (!open.empty() && at >= open.back().first) {
            // Paragraphs of a cell part lines of it, and the cell itself its neighbours.
            lines.wants(open.back().second);
            open.pop_back();
        }
        const auto& each = page.node(at);
        if (each.is_text()) {
            lines.text(each.text);
            ++at;
            continue;
        }
        if (is_silent(each.tag) || (at != first && leave_out && leave_out(at))) {
            at = each.end;
            continue;
        }
        const auto kind = break_of(each.tag);
        if (kind != LineText::Break::none) {
            const bool first_in_cell =
                kind == LineText::Break::block && each.parent >= 0
                && (page.node(each.parent).tag == Tag::td || page.node(each.parent).tag == Tag::th);
            if (!first_in_cell) lines.wants(kind);
            // A cell ends with nothing of its own: the next one brings the tab.
            if (kind != LineText::Break::cell && each.end > at + 1)
                open.emplace_back(each.end, kind);
        }
        ++at;
    }
    return lines.take();
}

bool has_class(const PageTree& page, int node, std::string_view name) {
    const auto classes = page.attribute(node, "class");
    if (classes.size() < name.size()) return false;
    const auto words = archive::split(classes, ' ');
    return std::find(words.begin(), words.end(), name) != words.end();
}

int first_of_class(const PageTree& page, int node, std::initializer_list<std::string_view> names) {
    for (int at = node; at < page.node(node).end; ++at) {
        if (page.node(at).is_text()) continue;
        for (const auto name : names) {
            if (has_class(page, at, name)) return at;
        }
    }
    return -1;
}

}  // namespace indexer
