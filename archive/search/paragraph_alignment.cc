// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/paragraph_alignment.h"

#include <algorithm>

namespace archive {

namespace {

/// A run of so many words is a sentence somebody took over, however little else the paragraphs
/// share; and where it goes on over the end of a paragraph it ties those two as well, unless only
/// the last words of a sentence do.
constexpr std::uint32_t long_run = 10 * weight_of_a_word;
constexpr std::uint32_t part_of_long_run = 3 * weight_of_a_word;

/// Two paragraphs and what they share.
struct Pair {
    std::size_t left = 0;  ///< paragraphs
    std::size_t right = 0;
    WordSpans span;            ///< from the first to the last shared word
    std::uint32_t shared = 0;  ///< weight of the shared words
    std::uint32_t linked = 0;  ///< weight of those that follow a shared word
    bool surely = false;       ///< part of a long run
};

/// Gathers the pairs of paragraphs that share any word, in reading order.
class Pairing {
public:
    Pairing(const ComparedText& left, const ComparedText& right) : left_(left), right_(right) {}

    /// Words that both sides share, as many of each.
    void add(const WordSpans& run) {
        const bool is_long = left_.weight_of(run.left, run.left_end) >= long_run;
        for (auto rest = run; rest.left < rest.left_end;) {
            while (left_.paragraphs[left_paragraph_].end <= rest.left) ++left_paragraph_;
            while (right_.paragraphs[right_paragraph_].end <= rest.right) ++right_paragraph_;
            const auto size = std::min({rest.left_end - rest.left,
                                        left_.paragraphs[left_paragraph_].end - rest.left,
                                        right_.paragraphs[right_paragraph_].end - rest.right});
            add_piece({rest.left, rest.left + size, rest.right, rest.right + size}, is_long);
            rest.left += size;
            rest.right += size;
        }
    }

    /// Those that share enough.
    std::vector<Pair> strong() && {
        std::erase_if(pairs_, [&](const Pair& pair) { return !belongs_together(pair); });
        return std::move(pairs_);
    }

private:
    void add_piece(const WordSpans& piece, bool of_long_run) {
        if (pairs_.empty() || pairs_.back().left != left_paragraph_
            || pairs_.back().right != right_paragraph_) {
            pairs_.push_back({left_paragraph_, right_paragraph_, piece});
        }
        auto& pair = pairs_.back();
        pair.span.left_end = piece.left_end;
        pair.span.right_end = piece.right_end;
        const auto shared = left_.weight_of(piece.left, piece.left_end);
        pair.shared += shared;
        pair.linked += shared - std::min(shared, weight_of_a_word);
        pair.surely = pair.surely || (of_long_run && shared >= part_of_long_run);
    }

    /// A third of the shorter paragraph, words that follow each other counting twice: two texts of
    /// the same language share a fifth of their words by chance, and hardly a pair of neighbours.
    bool belongs_together(const Pair& pair) const {
        if (pair.surely) return true;
        const auto shorter =
            std::min(left_.paragraphs[pair.left].weight, right_.paragraphs[pair.right].weight);
        if (shorter == 0) return pair.shared == 0;  // a line of asterisks
        return 3 * (pair.shared + pair.linked) >= 2 * shorter - std::min(2U, shorter)
               && pair.shared > 0;
    }

    const ComparedText& left_;
    const ComparedText& right_;
    std::size_t left_paragraph_ = 0;
    std::size_t right_paragraph_ = 0;
    std::vector<Pair> pairs_;
};

/// How the words of one side that lie between two pairs are given away.
struct Shares {
    std::uint32_t first = 0;    ///< words before belong to the pair before
    std::uint32_t last = 0;     ///< words from here on to the pair behind
    std::size_t paragraph = 0;  ///< whole paragraphs in between, [paragraph, paragraph_end)
    std::size_t paragraph_end = 0;
};

/// Where a paragraph is cut that goes on from one pair to the next: behind the last sentence that
/// may still belong to the first.
std::uint32_t cut_in(const ComparedText& text, std::uint32_t begin, std::uint32_t end) {
    auto best = begin;
    for (auto at = begin; at <= end; ++at) {
        if (text.border(at) > Border::none && text.border(at) >= text.border(best)) best = at;
    }
    return best;
}

/// Between `begin`, behind the last shared word of paragraph `before`, and `end`, the first one of
/// paragraph `behind`.
Shares shares_between(const ComparedText& text, std::size_t before, std::uint32_t begin,
                      std::size_t behind, std::uint32_t end) {
    if (before == behind) {
        const auto cut = cut_in(text, begin, end);
        return {cut, cut, behind, behind};
    }
    return {text.paragraphs[before].end, text.paragraphs[behind].begin, before + 1, behind};
}

/// Lays the words of both sides out around the pairs.
class Layout {
public:
    Layout(const ComparedText& left, const ComparedText& right) : left_(left), right_(right) {}

    std::vector<WordSpans> lay(const std::vector<Pair>& pairs) {
        if (pairs.empty()) {
            one_sided({0, 0, 0, left_.paragraphs.size()}, {0, 0, 0, right_.paragraphs.size()});
            return std::move(aligned_);
        }
        const auto& first = pairs.front();
        const Shares lefts{0, left_.paragraphs[first.left].begin, 0, first.left};
        const Shares rights{0, right_.paragraphs[first.right].begin, 0, first.right};
        one_sided(lefts, rights);
        WordSpans open{lefts.last, 0, rights.last, 0};
        for (std::size_t i = 0; i + 1 < pairs.size(); ++i)
            open = lay_border(open, pairs[i], pairs[i + 1]);
        const auto& last = pairs.back();
        open.left_end = left_.paragraphs[last.left].end;
        open.right_end = right_.paragraphs[last.right].end;
        aligned_.push_back(open);
        one_sided({0, 0, last.left + 1, left_.paragraphs.size()},
                  {0, 0, last.right + 1, right_.paragraphs.size()});
        return std::move(aligned_);
    }

private:
    /// Ends what is open with the first pair, and answers the beginning of the second.
    WordSpans lay_border(WordSpans open, const Pair& pair, const Pair& next) {
        const auto lefts =
            shares_between(left_, pair.left, pair.span.left_end, next.left, next.span.left);
        const auto rights =
            shares_between(right_, pair.right, pair.span.right_end, next.right, next.span.right);
        open.left_end = lefts.first;
        open.right_end = rights.first;
        aligned_.push_back(open);
        one_sided(lefts, rights);
        return {lefts.last, 0, rights.last, 0};
    }

    void one_sided(const Shares& lefts, const Shares& rights) {
        for (auto i = lefts.paragraph; i < lefts.paragraph_end; ++i)
            aligned_.push_back({left_.paragraphs[i].begin, left_.paragraphs[i].end, 0, 0});
        for (auto i = rights.paragraph; i < rights.paragraph_end; ++i)
            aligned_.push_back({0, 0, right_.paragraphs[i].begin, right_.paragraphs[i].end});
    }

    const ComparedText& left_;
    const ComparedText& right_;
    std::vector<WordSpans> aligned_;
};

}  // namespace

std::vector<WordSpans> aligned_paragraphs(const ComparedText& left, const ComparedText& right,
                                          DiffBudget& budget) {
    Pairing pairing(left, right);
    const WordSpans all{0, static_cast<std::uint32_t>(left.words.size()), 0,
                        static_cast<std::uint32_t>(right.words.size())};
    auto same = all;  // from here to the next change
    for (const auto& change : word_changes(left, right, all, budget)) {
        pairing.add({same.left, change.left, same.right, change.right});
        same.left = change.left_end;
        same.right = change.right_end;
    }
    pairing.add(same);
    return Layout(left, right).lay(std::move(pairing).strong());
}

}  // namespace archive
