// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_body.h"

#include "indexer/extract/html_phrases.h"
#include "indexer/extract/line_shape.h"
#include "indexer/extract/page_choice.h"
#include "indexer/extract/page_prune.h"

#include <algorithm>
#include <utility>

namespace indexer {

namespace {

/// Whether a block of a chosen element belongs to the article.
bool belongs(const PageBlock& block, std::string_view title) {
    constexpr std::size_t long_sentence = 160;
    constexpr std::size_t short_line = 60;
    if (block.tag == Tag::h1 || (!title.empty() && block.text == title)) return false;
    const bool link_only = block.links * 10 > block.length * 8;
    const bool linked_sentence = block.length > long_sentence && ends_sentence(block.text);
    if (link_only && block.tag != Tag::blockquote && !linked_sentence) return false;
    if ((block.links > 0 || block.length < short_line) && points_elsewhere(block.text))
        return false;
    return has_words(block.text);
}

/// Nearly everything was pruned: the whole page without what nobody reads.
Pruning keep_everything(LivePage& page) {
    page.restore();
    const auto& tree = page.tree();
    for (int i = 0; i < tree.size(); ++i) {
        const auto tag = tree.node(i).tag;
        const bool control = tag == Tag::noscript || tag == Tag::select || tag == Tag::option
                             || tag == Tag::textarea || tag == Tag::button || tag == Tag::svg;
        if (page.alive(i) && (control || is_silent(tag))) page.remove(i);
    }
    page.measure();
    Pruning none;
    none.roles.assign(tree.nodes().size(), ElementRole::unknown);
    return none;
}

HtmlBody read_body(LivePage& page, Strictness strictness, std::string_view title) {
    constexpr std::size_t nearly_empty = 250;
    auto pruning = prune(page, strictness);
    if (page.length(page.tree().body()) < nearly_empty) pruning = keep_everything(page);
    HtmlBody body;
    for (const int root : article_elements(page, pruning.roles)) {
        for (auto& block : blocks_inside(page, root)) {
            if (belongs(block, title)) body.blocks.push_back(std::move(block));
        }
    }
    while (!body.blocks.empty() && body.blocks.back().heading()) body.blocks.pop_back();
    body.captions = std::move(pruning.captions);
    return body;
}

}  // namespace

std::size_t HtmlBody::length() const {
    std::size_t length = 0;
    for (const auto& block : blocks) length += block.length;
    return length;
}

std::string HtmlBody::text() const {
    std::string text;
    for (const auto& block : blocks) {
        if (!text.empty()) text += '\n';
        text += block.text;
    }
    return text;
}

HtmlBody find_body(const PageTree& page, std::string_view title) {
    constexpr std::size_t enough = 500;
    constexpr std::size_t least_second = 250;
    LivePage live(page);
    auto body = read_body(live, Strictness::all_names, title);
    const std::size_t length = body.length();
    if (length >= enough) return body;
    live.restore();
    auto second = read_body(live, Strictness::sure_names, title);
    const bool better = second.length() > std::max(least_second, length * 3 / 2);
    return better ? std::move(second) : std::move(body);
}

}  // namespace indexer
