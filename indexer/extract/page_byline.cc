// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_byline.h"

#include "archive/base/text.h"
#include "indexer/analysis/bylines.h"
#include "indexer/analysis/dates.h"
#include "indexer/extract/class_words.h"
#include "indexer/extract/line_shape.h"
#include "indexer/extract/named_nodes.h"
#include "indexer/extract/page_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace indexer {

namespace {

/// Words of a class or id that mark a byline, in the larger languages.
const WordSet byline_words{"byline",     "bylines",    "byl",        "author",  "authors",
                           "authorname", "authorlist", "autor",      "autoren", "autores",
                           "autorname",  "auteur",     "auteurs",    "autore",  "autori",
                           "writer",     "writers",    "journalist", "penulis"};

/// Words around a byline that belongs to something else.
const WordSet elsewhere{"comment",     "comments",   "related", "recommended", "popular",
                        "sidebar",     "footer",     "teaser",  "teasers",     "newsletter",
                        "comentarios", "kommentare", "latest",  "carousel",    "caption",
                        "trending",    "gallery"};

bool names_full(const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(),
                       [](const std::string& name) { return is_full_name(name); });
}

class BylineSearch {
public:
    BylineSearch(const PageTree& page, const HtmlBody& body)
        : page_(page), others_(page, elsewhere), last_(page.size()) {
        if (body.blocks.empty()) return;
        const int last_text = body.blocks.back().texts.back();
        last_ = last_text;
        for (int up = last_text; up >= 0; up = page.node(up).parent) {
            if (page.node(up).tag == Tag::article) {
                last_ = page.node(up).end;
                break;
            }
        }
    }

    std::string run(int heading) const {
        const int below = heading >= 0 ? page_.node(heading).end : 0;
        std::string initials;
        auto found = first_in(below, last_, initials);
        if (found.empty() && heading >= 0) found = first_in(0, heading, initials);
        return found.empty() ? initials : found;
    }

private:
    /// The first full names; `initials` gets what a sure element says instead, such as "hosb;
    /// kesm".
    std::string first_in(int first, int last, std::string& initials) const {
        constexpr std::size_t longest = 160;
        constexpr std::size_t longest_initials = 40;
        for (int i = first; i < last; ++i) {
            const auto& node = page_.node(i);
            if (node.is_text() || is_silent(node.tag) || !marked(i) || of_something_else(i))
                continue;
            std::string text = text_inside(page_, i, longest + 1);
            if (text.size() > longest) continue;
            if (names_full(authors_in(text))) return text;
            const bool sure = page_.has_attribute(i, "itemprop") || page_.has_attribute(i, "rel");
            if (sure && initials.empty() && text.size() <= longest_initials) initials = text;
        }
        return {};
    }

    bool marked(int at) const {
        const auto& node = page_.node(at);
        if (node.attributes_from == node.attributes_to) return false;
        if (page_.attribute(at, "rel").find("author") != std::string_view::npos) return true;
        const auto property = page_.attribute(at, "itemprop");
        if (property == "author" || property == "creator") return true;
        const ClassWords words(page_.attribute(at, "class"), page_.attribute(at, "id"));
        return !words.empty() && words.has_any(byline_words);
    }

    bool of_something_else(int at) const {
        constexpr int searched_levels = 8;
        for (int level = 0; at >= 0 && level < searched_levels; ++level) {
            const Tag tag = page_.node(at).tag;
            if (tag == Tag::aside || tag == Tag::footer || tag == Tag::nav || tag == Tag::figure) {
                return true;
            }
            if (tag == Tag::body || tag == Tag::article) return false;
            if (others_.has(at)) return true;
            at = page_.node(at).parent;
        }
        return false;
    }

    const PageTree& page_;
    NamedNodes others_;  ///< what holds the authors of other things
    int last_;           ///< one past the article, with what its own element holds behind the body
};

/// Whether all words of a block stand in bold or in italics.
bool emphasised(const PageTree& page, const PageBlock& block) {
    return std::all_of(block.texts.begin(), block.texts.end(), [&](int text) {
        if (stripped(page.node(text).text).empty()) return true;
        for (int up = page.node(text).parent; up >= 0; up = page.node(up).parent) {
            const Tag tag = page.node(up).tag;
            if (tag == Tag::strong || tag == Tag::b || tag == Tag::em || tag == Tag::i) return true;
            if (is_block(tag)) return false;
        }
        return false;
    });
}

/// "By Ann Lee", or nothing but names, set off from the text.
bool is_signature(const PageTree& page, const PageBlock& block, NamesAlone names_alone) {
    constexpr std::size_t longest = 80;
    if (block.heading() || block.length > longest || ends_sentence(block.text)) return false;
    if (byline_opening(block.text) > 0) return names_full(authors_in(block.text));
    return names_alone == NamesAlone::counted && names_only(block.text) && emphasised(page, block);
}

/// "(Ida Brandt aus Kiel, Tom Okafor, 3.5.2024)" at the end of the text.
std::string bracketed_names(std::string_view text) {
    constexpr std::size_t longest = 160;
    if (text.empty() || text.back() != ')') return {};
    const auto open = text.rfind('(');
    if (open == std::string_view::npos || text.size() - open > longest) return {};
    const auto inside = text.substr(open + 1, text.size() - open - 2);
    const auto date = find_date(inside);
    if (!date) return {};
    auto names = archive::trimmed(inside.substr(0, date->first));
    while (!names.empty() && (names.back() == ',' || names.back() == ' ')) names.remove_suffix(1);
    return names_full(authors_in(names)) ? std::string(names) : std::string();
}

}  // namespace

std::string byline_element(const PageTree& page, const HtmlBody& body, int heading) {
    return BylineSearch(page, body).run(heading);
}

std::string signature(const PageTree& page, const HtmlBody& body, NamesAlone names_alone) {
    constexpr std::size_t first_blocks = 4;
    constexpr std::size_t last_blocks = 2;
    const auto& blocks = body.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool edge = i < first_blocks || i + last_blocks >= blocks.size();
        if (edge && is_signature(page, blocks[i], names_alone)) return blocks[i].text;
    }
    return blocks.empty() ? std::string() : bracketed_names(blocks.back().text);
}

}  // namespace indexer
