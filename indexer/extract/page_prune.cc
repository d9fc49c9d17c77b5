// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_prune.h"

#include "archive/base/text.h"
#include "indexer/extract/class_words.h"

#include <algorithm>
#include <array>
#include <string>

namespace indexer {

namespace {

constexpr std::array<std::string_view, 12> furniture_roles{
    "navigation", "complementary", "banner",  "contentinfo", "menu",    "search",
    "dialog",     "alert",         "menubar", "toolbar",     "tablist", "alertdialog"};

constexpr std::array<std::string_view, 8> sure_names{"comment", "related", "cookie", "newsletter",
                                                     "sidebar", "footer",  "share",  "nav"};

class Pruner {
public:
    Pruner(LivePage& page, Strictness strictness)
        : page_(page), tree_(page.tree()), strictness_(strictness) {
        found_.roles.assign(tree_.nodes().size(), ElementRole::unknown);
        hidden_.assign(tree_.nodes().size(), 0);
    }

    Pruning run() {
        for (int i = 0; i < tree_.size(); ++i) {
            if (element(i)) remove_never_article(i);
        }
        page_.measure();
        const int body = tree_.body();
        all_text_ = std::max<std::size_t>(1, page_.length(body));
        all_paragraphs_ = std::max<std::size_t>(1, page_.paragraphs(body));
        for (int i = 0; i < tree_.size(); ++i) {
            if (element(i) && tree_.node(i).tag != Tag::main) judge(i);
        }
        page_.measure();
        return std::move(found_);
    }

private:
    bool element(int at) const {
        const auto tag = tree_.node(at).tag;
        return page_.alive(at) && tag != Tag::text && tag != Tag::html && tag != Tag::body
               && tag != Tag::root;
    }

    /// The share of the page's text, and of its paragraph text, that stands inside.
    double text_share(int at) const {
        return static_cast<double>(page_.length(at)) / static_cast<double>(all_text_);
    }
    double paragraph_share(int at) const {
        return static_cast<double>(page_.paragraphs(at)) / static_cast<double>(all_paragraphs_);
    }

    void remove_never_article(int at) {
        const Tag tag = tree_.node(at).tag;
        const bool shown = tag == Tag::noscript && holds_paragraphs(at);
        if (is_never_article(tag) && !shown) return page_.remove(at);
        const auto style = tree_.attribute(at, "style");
        hidden_[static_cast<std::size_t>(at)] =
            style.find("display:none") != std::string_view::npos
            || style.find("display: none") != std::string_view::npos
            || tree_.has_attribute(at, "hidden");
    }

    /// Whether a <noscript> is the article for readers without scripts, or was never closed.
    bool holds_paragraphs(int at) const {
        constexpr std::size_t enough = 600;
        std::size_t bytes = 0;
        for (int i = at; i < tree_.node(at).end && bytes < enough; ++i) {
            const auto& node = tree_.node(i);
            if (node.is_text() && tree_.node(node.parent).tag == Tag::p) bytes += node.text.size();
        }
        return bytes >= enough;
    }

    void judge(int at) {
        if (hidden_[static_cast<std::size_t>(at)] != 0) {
            if (paragraph_share(at) < 0.5) page_.remove(at);
            return;
        }
        switch (tree_.node(at).tag) {
            case Tag::nav:
            case Tag::footer:
            case Tag::aside:
                if (text_share(at) <= 0.5 || paragraph_share(at) <= 0.5) page_.remove(at);
                return;
            case Tag::form:
            case Tag::fieldset:
            case Tag::label:
                if (paragraph_share(at) < 0.3 && text_share(at) < 0.5) page_.remove(at);
                return;
            case Tag::figure:
            case Tag::figcaption:
                if (paragraph_share(at) < 0.4) remove_figure(at);
                return;
            default: judge_by_name(at);
        }
    }

    /// A figure goes, what is said under it stays as a caption.
    void remove_figure(int at) {
        for (int i = at; i < tree_.node(at).end; ++i) {
            if (tree_.node(i).tag == Tag::figcaption && page_.alive(i)) {
                found_.captions.push_back(i);
            }
        }
        page_.remove(at);
    }

    void judge_by_name(int at) {
        const auto role = role_of(at);
        found_.roles[static_cast<std::size_t>(at)] = role;
        if (role == ElementRole::furniture && removable(at)) {
            if (names_caption(at)) found_.captions.push_back(at);
            return page_.remove(at);
        }
        if (link_list(at)) page_.remove(at);
    }

    ElementRole role_of(int at) const {
        const ClassWords words(tree_.attribute(at, "class"), tree_.attribute(at, "id"));
        auto reading = words.empty() ? ClassReading{} : words.reading();
        if (tree_.attribute(at, "itemprop").find("articleBody") != std::string_view::npos) {
            reading.article += 3;
        }
        const auto role = tree_.attribute(at, "role");
        if (!role.empty()
            && std::find(furniture_roles.begin(), furniture_roles.end(), role)
                   != furniture_roles.end()) {
            reading.furniture += 2;
        }
        if (reading.article > 0 && reading.article >= reading.furniture) {
            return ElementRole::article;
        }
        if (reading.furniture == 0) return ElementRole::unknown;
        const bool doubtful = strictness_ == Strictness::sure_names && tree_.node(at).tag != Tag::ul
                              && !surely_furniture(at);
        return doubtful ? ElementRole::unknown : ElementRole::furniture;
    }

    bool surely_furniture(int at) const {
        const std::string names = archive::ascii_lower(tree_.attribute(at, "class")) + ' '
                                  + archive::ascii_lower(tree_.attribute(at, "id"));
        return std::any_of(sure_names.begin(), sure_names.end(), [&](std::string_view name) {
            return names.find(name) != std::string::npos;
        });
    }

    /// The valve: names are wrong about what holds much text, about words inside a running
    /// paragraph, and about quotations.
    bool removable(int at) const {
        constexpr std::size_t long_paragraph = 200;
        const auto tag = tree_.node(at).tag;
        if (tag == Tag::article || tag == Tag::blockquote) return false;
        if (tag == Tag::p && page_.length(at) > long_paragraph) return false;
        if (paragraph_share(at) >= 0.35 || text_share(at) >= 0.5) return false;
        return !inside_paragraph(at) && !holds_tweet(at);
    }

    bool inside_paragraph(int at) const {
        if (is_block(tree_.node(at).tag)) return false;
        for (int up = tree_.node(at).parent; up >= 0; up = tree_.node(up).parent) {
            const auto tag = tree_.node(up).tag;
            if (tag == Tag::p && page_.length(up) > page_.length(at) * 2 + 40) return true;
            if (is_block(tag)) return false;
        }
        return false;
    }

    bool holds_tweet(int at) const {
        constexpr int searched_nodes = 40;
        constexpr std::size_t longest = 1'500;
        if (page_.length(at) >= longest) return false;
        const int end = std::min(tree_.node(at).end, at + searched_nodes);
        for (int i = at + 1; i < end; ++i) {
            if (tree_.node(i).tag == Tag::blockquote
                && tree_.attribute(i, "class").find("twitter-tweet") != std::string_view::npos) {
                return true;
            }
        }
        return false;
    }

    bool names_caption(int at) const {
        constexpr std::size_t longest = 600;
        if (page_.length(at) > longest) return false;
        const ClassWords words(tree_.attribute(at, "class"), tree_.attribute(at, "id"));
        return words.has("caption") || words.has("captions") || words.has("figcaption");
    }

    bool link_list(int at) const {
        const auto tag = tree_.node(at).tag;
        const bool list = tag == Tag::ul || tag == Tag::ol || tag == Tag::dl || tag == Tag::table;
        return list && page_.length(at) > 0 && text_share(at) < 0.5
               && static_cast<double>(page_.links(at))
                      > 0.6 * static_cast<double>(page_.length(at));
    }

    LivePage& page_;
    const PageTree& tree_;
    Strictness strictness_;
    Pruning found_;
    std::vector<char> hidden_;
    std::size_t all_text_ = 1;
    std::size_t all_paragraphs_ = 1;
};

}  // namespace

Pruning prune(LivePage& page, Strictness strictness) {
    return Pruner(page, strictness).run();
}

}  // namespace indexer
