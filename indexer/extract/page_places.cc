// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_places.h"

#include "archive/base/text.h"
#include "indexer/extract/class_words.h"
#include "indexer/extract/day_phrases.h"
#include "indexer/extract/page_text.h"

#include <string>

namespace indexer {

namespace {

/// Words of elements around a day that belongs to something else.
const WordSet elsewhere{"comment",     "comments", "kommentar",    "kommentare", "related",
                        "sidebar",     "widget",   "footer",       "teaser",     "teasers",
                        "recommended", "popular",  "latest",       "swiper",     "carousel",
                        "lastmod",     "modified", "lastmodified", "menu",       "ticker",
                        "calendar",    "events",   "ipp"};

/// The day of a "teaser-meta" may be the article's, one inside a "teaser" is not.
bool own_teaser(const PageTree& page, int node) {
    const ClassWords words(page.attribute(node, "class"), page.attribute(node, "id"));
    return words.has("teaser") || words.has("teasers");
}

}  // namespace

DateHints PageDateSearch::hints(archive::Basis basis, int earliest_year) const {
    DateHints hints;
    hints.month_first = month_first;
    hints.latest_day = latest;
    hints.basis = basis;
    hints.earliest_year = earliest_year;
    return hints;
}

PagePlaces::PagePlaces(const PageTree& page, const PageDateSearch& search)
    : page_(page), heading_(search.heading), others_(page, elsewhere), article_end_(page.size()) {
    const auto& blocks = search.body->blocks;
    if (blocks.empty()) {
        first_text_ = second_text_ = last_text_ = page.size();
    } else {
        first_text_ = blocks.front().texts.front();
        last_text_ = blocks.back().texts.back();
        lead_last_ = blocks.front().texts.back();
        second_text_ = blocks.size() > 1 ? blocks[1].texts.front() : first_text_;
        for (int up = last_text_; up >= 0; up = page.node(up).parent) {
            if (page.node(up).tag == Tag::article) {
                article_end_ = page.node(up).end;
                break;
            }
        }
    }
    constexpr int levels = 3;
    header_ = search.heading;
    for (int level = 0; level < levels && header_ > 0; ++level) {
        const int up = page.node(header_).parent;
        if (up <= page.body() || page.inside(last_text_, up)) break;
        header_ = up;
    }
}

/// Between the first block and the second, and no quotation between two paragraphs.
bool PagePlaces::behind_lead(int node) const {
    if (node <= lead_last_ || node >= second_text_) return false;
    constexpr int searched_levels = 5;
    for (int level = 0; node >= 0 && level < searched_levels; ++level) {
        if (page_.node(node).tag == Tag::blockquote) return false;
        node = page_.node(node).parent;
    }
    return true;
}

bool PagePlaces::above_text(int node) const {
    return node < first_text_ || behind_lead(node);
}

Place PagePlaces::of(int node) const {
    if (heading_ >= 0 && node >= page_.node(heading_).end && above_text(node)) {
        return Place::below_headline;
    }
    if (header_ >= 0 && page_.inside(node, header_)) return Place::above_headline;
    if (node >= first_text_ && node <= last_text_) return Place::body;
    if (node > last_text_ && node < article_end_ && article_end_ < page_.size()) {
        return Place::article;
    }
    return Place::page;
}

bool PagePlaces::of_something_else(int node, bool in_lists) const {
    constexpr int searched_levels = 8;
    for (int level = 0; node >= 0 && level <= searched_levels; ++level) {
        const Tag tag = page_.node(node).tag;
        if (tag == Tag::aside || tag == Tag::footer || tag == Tag::nav) return true;
        if (in_lists && tag == Tag::li) return true;
        if (tag == Tag::body || tag == Tag::html) return false;
        if (others_.has(node) && (level > 0 || !own_teaser(page_, node))) return true;
        node = page_.node(node).parent;
    }
    return false;
}

bool PagePlaces::labelled_otherwise(int node) const {
    constexpr int searched_nodes = 6;
    constexpr std::size_t longest_word = 30;
    for (int i = node - 1; i >= 0 && i > node - searched_nodes; --i) {
        if (!page_.node(i).is_text()) continue;
        std::string label;
        append_folded(label, archive::cut(page_.node(i).text, 200));
        const auto words = archive::trimmed(label);
        if (words.empty()) continue;
        return (words.back() == ':' || words.size() <= longest_word) && names_other_day(words);
    }
    return false;
}

}  // namespace indexer
