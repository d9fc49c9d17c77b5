// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_lead.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "indexer/analysis/bylines.h"
#include "indexer/extract/class_words.h"
#include "indexer/extract/header_lines.h"
#include "indexer/extract/html_phrases.h"
#include "indexer/extract/line_phrases.h"
#include "indexer/extract/line_shape.h"
#include "indexer/extract/line_signatures.h"

#include <algorithm>
#include <array>
#include <utility>

namespace indexer {

namespace {

/// Words of a class or id that mark a lead.
const WordSet lead_words{"lead",         "lede",        "leadtext",   "leadin",     "intro",
                         "introduction", "introtext",   "standfirst", "teaser",     "abstract",
                         "excerpt",      "dek",         "deck",       "summary",    "subtitle",
                         "subheadline",  "subhead",     "subheading", "chapo",      "chapeau",
                         "vorspann",     "einleitung",  "anriss",     "entradilla", "bajada",
                         "copete",       "sottotitolo", "perex",      "ingress",    "preface",
                         "preamble",     "manchet",     "strapline",  "trailtext",  "tagline",
                         "description",  "sapo",        "epigraph"};

/// Words around what stands near a headline and is no lead.
const WordSet other_words{
    "comment",    "comments", "share",        "sharing",       "social",  "nav",
    "navigation", "menu",     "breadcrumb",   "breadcrumbs",   "byline",  "author",
    "authors",    "meta",     "date",         "time",          "caption", "credit",
    "credits",    "tags",     "related",      "newsletter",    "ad",      "subscribe",
    "ads",        "cookie",   "subscription", "advertisement", "cookies", "sidebar",
    "widget",     "login",    "search",       "rating",        "popup",   "copyright",
    "modal",      "bio",      "promo",        "banner",        "gallery", "slideshow",
    "carousel",   "image",    "picture",      "photo",         "video",   "player"};

class Search {
public:
    Search(const LivePage& page, const LeadSearch& wanted)
        : page_(page),
          tree_(page.tree()),
          wanted_(wanted),
          description_(archive::folded_words(wanted.description)) {}

    std::vector<PageBlock> run() {
        constexpr std::size_t most_blocks = 3;
        std::vector<PageBlock> found;
        const int from = wanted_.heading >= 0 ? tree_.node(wanted_.heading).end : tree_.body() + 1;
        for (int i = from; i < wanted_.body; ++i) {
            const auto& node = tree_.node(i);
            if (node.is_text()) continue;
            if (tree_.inside(wanted_.body, i)) continue;
            if (passed_over(i)) {
                i = node.end - 1;
            } else if (is_block(node.tag) && holds_no_block(i)) {
                for (auto& block : blocks_inside(page_, i)) {
                    if (found.size() < most_blocks && is_lead(block, i)) {
                        found.push_back(std::move(block));
                    }
                }
                i = node.end - 1;
            }
        }
        return found;
    }

private:
    /// Menus, pictures, forms, asides, and what is named like them.
    bool passed_over(int at) const {
        switch (tree_.node(at).tag) {
            case Tag::nav:
            case Tag::aside:
            case Tag::footer:
            case Tag::form:
            case Tag::figure:
            case Tag::figcaption:
            case Tag::ul:
            case Tag::ol:
            case Tag::table:
            case Tag::noscript: return true;
            default: break;
        }
        if (is_never_article(tree_.node(at).tag) || tree_.has_attribute(at, "hidden")) return true;
        const auto style = tree_.attribute(at, "style");
        if (style.find("display:none") != std::string_view::npos
            || style.find("display: none") != std::string_view::npos) {
            return true;
        }
        const ClassWords words(tree_.attribute(at, "class"), tree_.attribute(at, "id"));
        return !words.empty() && words.has_any(other_words) && !words.has_any(lead_words);
    }

    bool holds_no_block(int at) const {
        for (int i = at + 1; i < tree_.node(at).end; ++i) {
            if (is_block(tree_.node(i).tag)) return false;
        }
        return true;
    }

    /// Told by its words, its name, or by being a whole sentence below the headline.
    bool is_lead(const PageBlock& block, int at) const {
        constexpr std::size_t shortest = 40;
        constexpr std::size_t shortest_sentence = 80;
        constexpr std::size_t longest = 1'500;
        if (block.length < shortest || block.length > longest || block.links * 3 > block.length) {
            return false;
        }
        if (points_elsewhere(block.text) || asks_reader(block.text)) return false;
        if (byline_opening(block.text) > 0 || is_date_line(block.text)) return false;
        if (is_caption(comparable(block.text)) || !picture_source(block.text).empty()) return false;
        if (repeats_description(block.text) || named(at)) return true;
        return wanted_.heading >= 0 && block.length >= shortest_sentence
               && ends_sentence(block.text);
    }

    bool repeats_description(std::string_view text) const {
        constexpr std::size_t compared = 60;
        constexpr std::size_t enough = 30;
        if (description_.size() < enough) return false;
        const std::string own = archive::folded_words(text);
        const auto length = std::min({compared, own.size(), description_.size()});
        return std::string_view(own).substr(0, length)
               == std::string_view(description_).substr(0, length);
    }

    bool named(int at) const {
        constexpr int levels = 3;
        for (int level = 0; level < levels && at >= 0; ++level, at = tree_.node(at).parent) {
            if (tree_.inside(wanted_.body, at)) return false;
            if (wanted_.heading >= 0 && tree_.inside(wanted_.heading, at)) return false;
            if (tree_.attribute(at, "itemprop").find("description") != std::string_view::npos)
                return true;
            const ClassWords words(tree_.attribute(at, "class"), tree_.attribute(at, "id"));
            if (!words.empty() && words.has_any(lead_words)) return true;
        }
        return false;
    }

    const LivePage& page_;
    const PageTree& tree_;
    const LeadSearch& wanted_;
    std::string description_;
};

}  // namespace

std::vector<PageBlock> lead_blocks(const LivePage& page, const LeadSearch& search) {
    return Search(page, search).run();
}

}  // namespace indexer
