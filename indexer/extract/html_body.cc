// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_body.h"

#include "indexer/extract/html_phrases.h"
#include "indexer/extract/line_phrases.h"
#include "indexer/extract/line_shape.h"
#include "indexer/extract/page_choice.h"
#include "indexer/extract/page_lead.h"
#include "indexer/extract/page_prune.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace indexer {

namespace {

/// The characters that only part the links of "[ Home | Archive | Search ]".
std::size_t bars_in(const PageBlock& block) {
    constexpr std::size_t with_blanks = 2;
    const auto bars = std::count_if(block.text.begin(), block.text.end(),
                                    [](char c) { return c == '|' || c == '[' || c == ']'; });
    return std::min(static_cast<std::size_t>(bars) * with_blanks, block.length);
}

/// Whether a block of a chosen element belongs to the article.
bool belongs(const PageBlock& block, std::string_view title) {
    constexpr std::size_t long_sentence = 160;
    constexpr std::size_t short_line = 60;
    if (block.tag == Tag::h1 || (!title.empty() && block.text == title)) return false;
    const bool link_only = block.links * 10 > (block.length - bars_in(block)) * 8;
    const bool linked_sentence = block.length > long_sentence && ends_sentence(block.text);
    if (link_only && block.tag != Tag::blockquote && !linked_sentence) return false;
    if ((block.links > 0 || block.length < short_line) && points_elsewhere(block.text))
        return false;
    if (asks_reader(block.text) || tells_origin(block.text)) return false;
    return has_words(block.text);
}

/// "File photo: ...", "Foto: ..." in a paragraph of its own.
bool reads_as_caption(const PageBlock& block) {
    constexpr std::size_t longest = 420;
    return block.length < longest && !block.heading() && is_caption(comparable(block.text));
}

/// The whole page without what nobody reads.
void restore_readable(LivePage& page) {
    page.restore();
    const auto& tree = page.tree();
    for (int i = 0; i < tree.size(); ++i) {
        const auto tag = tree.node(i).tag;
        const bool control = tag == Tag::noscript || tag == Tag::select || tag == Tag::option
                             || tag == Tag::textarea || tag == Tag::button || tag == Tag::svg;
        if (page.alive(i) && (control || is_silent(tag))) page.remove(i);
    }
    page.measure();
}

/// Nearly everything was pruned: all of it counts.
Pruning keep_everything(LivePage& page) {
    restore_readable(page);
    Pruning none;
    none.roles.assign(page.tree().nodes().size(), ElementRole::unknown);
    return none;
}

/// The blocks of the article in what is left of a page.
HtmlBody chosen_blocks(const LivePage& page, Pruning pruning, std::string_view title) {
    HtmlBody body;
    auto captions = std::move(pruning.captions);
    for (const int root : article_elements(page, pruning.roles)) {
        for (auto& block : blocks_inside(page, root)) {
            if (reads_as_caption(block)) {
                captions.insert(captions.end(), block.texts.begin(), block.texts.end());
            } else if (belongs(block, title)) {
                body.blocks.push_back(std::move(block));
            }
        }
    }
    while (!body.blocks.empty() && body.blocks.back().heading()) body.blocks.pop_back();
    body.captions = std::move(captions);
    return body;
}

bool holds(const HtmlBody& body, std::string_view text) {
    return std::any_of(body.blocks.begin(), body.blocks.end(),
                       [&](const PageBlock& block) { return block.text == text; });
}

/// What stands between headline and body: text in front of the body when it is long enough to say
/// something of its own, else a deck.
void put_lead(LivePage& page, const BodyHints& hints, HtmlBody& body) {
    // shorter ones are decks in two of three sets (scrapinghub, fundus, trafilatura, 2026-11)
    constexpr std::size_t fewest_words = 20;
    if (body.blocks.empty()) return;
    restore_readable(page);
    LeadSearch search;
    search.heading = hints.heading;
    search.body = body.blocks.front().texts.front();
    search.description = hints.description;
    std::vector<PageBlock> lead;
    for (auto& block : lead_blocks(page, search)) {
        if (block.text == hints.title || holds(body, block.text)) continue;
        auto& place = word_count(block.text) < fewest_words ? body.decks : lead;
        place.push_back(std::move(block));
    }
    body.blocks.insert(body.blocks.begin(), std::make_move_iterator(lead.begin()),
                       std::make_move_iterator(lead.end()));
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

HtmlBody find_body(const PageTree& page, const BodyHints& hints) {
    constexpr std::size_t enough = 500;
    constexpr std::size_t nearly_empty = 100;
    constexpr std::size_t least_second = 250;
    LivePage live(page);
    auto body = chosen_blocks(live, prune(live, Strictness::all_names), hints.title);
    const std::size_t length = body.length();
    if (length < enough) {
        live.restore();
        auto second = chosen_blocks(live, prune(live, Strictness::sure_names), hints.title);
        if (second.length() > std::max(least_second, length * 3 / 2)) body = std::move(second);
    }
    if (body.length() < nearly_empty) {
        auto all = chosen_blocks(live, keep_everything(live), hints.title);
        if (all.length() > body.length()) body = std::move(all);
    }
    put_lead(live, hints, body);
    return body;
}

}  // namespace indexer
