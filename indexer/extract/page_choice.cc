// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_choice.h"

#include "indexer/extract/line_shape.h"
#include "indexer/extract/page_blocks.h"

#include <algorithm>
#include <cstddef>

namespace indexer {

namespace {

class Choice {
public:
    Choice(const LivePage& page, const std::vector<ElementRole>& roles)
        : page_(page),
          tree_(page.tree()),
          roles_(roles),
          blocks_(blocks_inside(page, tree_.body())) {
        count_paragraph_text();
    }

    std::vector<int> run() {
        const int best = best_by_vote();
        if (best < 0) return {tree_.body()};
        const int top = grown(best);
        auto named = named_elements(top);
        return named.empty() ? std::vector<int>{top} : named;
    }

private:
    static std::size_t at(int node) { return static_cast<std::size_t>(node); }

    static bool links_mostly(const PageBlock& block) { return block.links * 2 > block.length; }

    /// Sums up, by position, the blocks that read like paragraphs.
    void count_paragraph_text() {
        constexpr std::size_t shortest = 40;
        until_.assign(tree_.nodes().size() + 1, 0);
        for (const auto& block : blocks_) {
            const bool counts = block.length >= shortest && block.links * 2 < block.length
                                && !block.heading() && !block.texts.empty();
            if (counts) until_[at(block.texts.front()) + 1] += block.length;
        }
        for (std::size_t i = 1; i < until_.size(); ++i) until_[i] += until_[i - 1];
    }

    std::size_t paragraph_text(int node) const {
        return until_[at(tree_.node(node).end)] - until_[at(node)];
    }

    double link_density(int node) const {
        const auto length = page_.length(node);
        return length == 0 ? 0.0
                           : static_cast<double>(page_.links(node)) / static_cast<double>(length);
    }

    /// What one paragraph is worth: commas, length, the end of a sentence.
    static double worth(const PageBlock& block) {
        double worth = 1;
        worth += static_cast<double>(std::count(block.text.begin(), block.text.end(), ','));
        worth += std::min(3.0, static_cast<double>(block.length) / 100.0);
        if (ends_sentence(block.text)) worth += 1;
        return block.tag == Tag::li ? worth * 0.6 : worth;
    }

    /// Every paragraph scores for five levels around it, each further one for less.
    void vote(const PageBlock& block) {
        int holder = block.node;
        while (holder >= 0 && !is_block(tree_.node(holder).tag)) {
            holder = tree_.node(holder).parent;
        }
        if (holder < 0) return;
        const auto tag = tree_.node(holder).tag;
        const bool paragraph =
            tag == Tag::p || tag == Tag::li || tag == Tag::blockquote || tag == Tag::pre;
        constexpr int levels = 5;
        constexpr double decay = 0.6;
        double share = worth(block);
        int up = paragraph ? tree_.node(holder).parent : holder;
        for (int level = 0; up >= 0 && level < levels; ++level) {
            scores_[at(up)] += share;
            share *= decay;
            up = tree_.node(up).parent;
        }
    }

    int best_by_vote() {
        constexpr std::size_t shortest = 25;
        scores_.assign(tree_.nodes().size(), 0);
        for (const auto& block : blocks_) {
            if (block.node < 0 || block.length < shortest || links_mostly(block)
                || block.heading()) {
                continue;
            }
            vote(block);
        }
        int best = -1;
        double best_score = -1;
        for (int i = 0; i < tree_.size(); ++i) {
            auto& score = scores_[at(i)];
            if (score <= 0 || !page_.alive(i)) continue;
            const auto tag = tree_.node(i).tag;
            if (roles_[at(i)] == ElementRole::article) score *= 1.3;
            if (tag == Tag::article || tag == Tag::main) score *= 1.2;
            score *= 1 - link_density(i);
            if (score > best_score) {
                best_score = score;
                best = i;
            }
        }
        return best;
    }

    /// Whether all of `outer` is the article, of which `inner` is a part: a quarter more paragraph
    /// text, and what is added is paragraphs rather than links.
    bool outgrows(int outer, int inner) const {
        const auto inside = static_cast<double>(paragraph_text(inner));
        const auto around = static_cast<double>(paragraph_text(outer));
        if (around <= inside * 1.25 || link_density(outer) >= 0.35) return false;
        const auto added = static_cast<double>(page_.length(outer) - page_.length(inner));
        const auto added_links = static_cast<double>(page_.links(outer) - page_.links(inner));
        return added_links < 0.25 * added && around - inside > 0.4 * added;
    }

    /// The best element grows outward. Wrappers that add nothing do not stop it: articles made of
    /// modules have each paragraph in a few of them.
    int grown(int best) const {
        constexpr int most_levels = 6;
        int top = best;
        int up = best;
        for (int level = 0; level < most_levels; ++level) {
            up = tree_.node(up).parent;
            if (up < 0 || up == tree_.body() || tree_.node(up).tag == Tag::html) break;
            if (scores_[at(up)] > 0.1 * scores_[at(best)] && outgrows(up, top)) top = up;
        }
        return top;
    }

    /// Elements named as the article's text, outermost first unless an inner one holds nearly all.
    std::vector<int> all_named() const {
        constexpr std::size_t shortest = 80;
        std::vector<int> named;
        for (int i = 0; i < tree_.size(); ++i) {
            if (roles_[at(i)] != ElementRole::article || !page_.alive(i)) continue;
            const auto text = paragraph_text(i);
            if (text < shortest) continue;
            if (!named.empty() && tree_.inside(i, named.back())) {
                const auto outer = static_cast<double>(paragraph_text(named.back()));
                if (static_cast<double>(text) >= 0.85 * outer) named.back() = i;
                continue;
            }
            named.push_back(i);
        }
        return named;
    }

    /// Those that hold most of what the vote found; empty when they do not.
    std::vector<int> named_elements(int top) const {
        const auto wanted = static_cast<double>(std::max<std::size_t>(1, paragraph_text(top)));
        std::vector<int> kept;
        std::size_t held = 0;
        for (const int one : all_named()) {
            if (!tree_.inside(one, top) && !tree_.inside(top, one)) continue;
            kept.push_back(one);
            held += paragraph_text(one);
        }
        if (kept.empty() || static_cast<double>(held) < 0.55 * wanted) return {};
        const int only = kept.front();
        const bool hardly_more = kept.size() == 1 && only != top && tree_.inside(top, only)
                                 && static_cast<double>(paragraph_text(only)) < 1.1 * wanted;
        if (hardly_more) return {top};
        return kept;
    }

    const LivePage& page_;
    const PageTree& tree_;
    const std::vector<ElementRole>& roles_;
    std::vector<PageBlock> blocks_;
    std::vector<double> scores_;
    std::vector<std::size_t> until_;  ///< paragraph text before each node
};

}  // namespace

std::vector<int> article_elements(const LivePage& page, const std::vector<ElementRole>& roles) {
    return Choice(page, roles).run();
}

}  // namespace indexer
