// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/word_edits.h"

#include "archive/search/word_changes.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace archive {

namespace {

/// Words between two edits that keep them apart.
constexpr std::uint32_t apart = 3 * weight_of_a_word;

/// Changes that too few words keep apart are one.
std::vector<WordSpans> phrases(const ComparedText& left, const std::vector<WordSpans>& changes) {
    std::vector<WordSpans> joined;
    for (const auto& change : changes) {
        const bool joins =
            !joined.empty() && left.weight_of(joined.back().left_end, change.left) < apart;
        if (joins) {
            joined.back().left_end = change.left_end;
            joined.back().right_end = change.right_end;
        } else {
            joined.push_back(change);
        }
    }
    return joined;
}

/// The text of one side of a change, in parts that follow each other.
struct Part {
    std::string_view front;  ///< blanks before the words; all there is when there are no words
    std::string_view words;
    std::string_view back;  ///< blanks behind them
};

/// Of the words [begin, end) of what the paragraph has of a text, [first, last).
Part part_of(const ComparedText& text, std::uint32_t begin, std::uint32_t end, std::uint32_t first,
             std::uint32_t last) {
    const auto& words = text.words;
    const auto between = [&](std::uint32_t from, std::uint32_t to) {
        return std::string_view(text.text).substr(from, to - from);
    };
    const auto before = begin == first ? words[first].begin : words[begin - 1].end;
    const auto behind = end == last ? words[last - 1].end : words[end].begin;
    if (begin == end) return {between(before, std::max(before, behind)), {}, {}};
    return {between(before, words[begin].begin), text.text_of(begin, end),
            between(words[end - 1].end, behind)};
}

/// Writes the edits of one paragraph.
class Writing {
public:
    Writing(const ComparedText& left, const ComparedText& right, const WordSpans& aligned)
        : left_(left), right_(right), aligned_(aligned), written_(left.words[aligned.left].begin) {}

    void write(const WordSpans& change) {
        const auto left =
            part_of(left_, change.left, change.left_end, aligned_.left, aligned_.left_end);
        const auto right =
            part_of(right_, change.right, change.right_end, aligned_.right, aligned_.right_end);
        const auto begin = static_cast<std::size_t>(left.front.data() - left_.text.data());
        append(Side::both, written_up_to(begin));
        written_ = begin + left.front.size() + left.words.size() + left.back.size();
        if (change.only_left()) {
            write_one_sided(Side::left, left, right.front, left.back);
        } else if (change.only_right()) {
            write_one_sided(Side::right, right, left.front, left.front);
        } else {
            write_both(left, right);
        }
    }

    std::vector<Edit> finish() && {
        append(Side::both, written_up_to(left_.words[aligned_.left_end - 1].end));
        return std::move(edits_);
    }

private:
    std::string_view written_up_to(std::size_t end) const {
        return std::string_view(left_.text).substr(written_, end - written_);
    }

    /// A blank in front is shared, but one must stay between the two texts.
    void write_both(const Part& left, const Part& right) {
        const bool shares = !left.front.empty() && !left.back.empty();
        if (shares) {
            append(Side::both, left.front);
        } else {
            append(Side::left, left.front);
        }
        append(Side::left, left.words);
        append(Side::left, left.back);
        if (!shares) append(Side::right, right.front);
        append(Side::right, right.words);
        append(Side::right, right.back);
    }

    /// `gap` is what the other side has in the place: a blank or nothing. A blank is shared, the
    /// one in front if there is one, and written as the left writes it.
    void write_one_sided(Side side, const Part& part, std::string_view gap,
                         std::string_view left_back) {
        const bool in_front = !gap.empty() && (!part.front.empty() || part.back.empty());
        const bool behind = !gap.empty() && !in_front;
        if (in_front) {
            append(Side::both, side == Side::left ? part.front : gap);
        } else {
            append(side, part.front);
        }
        append(side, part.words);
        append(behind ? Side::both : side, behind ? left_back : part.back);
    }

    void append(Side side, std::string_view text) {
        if (text.empty()) return;
        if (!edits_.empty() && edits_.back().side == side) {
            edits_.back().text += text;
        } else {
            edits_.push_back({side, std::string(text)});
        }
    }

    const ComparedText& left_;
    const ComparedText& right_;
    const WordSpans& aligned_;
    std::size_t written_;  ///< bytes of the left text
    std::vector<Edit> edits_;
};

}  // namespace

std::vector<Edit> word_edits(const ComparedText& left, const ComparedText& right,
                             const WordSpans& aligned, DiffBudget& budget) {
    Writing writing(left, right, aligned);
    for (const auto& change : phrases(left, word_changes(left, right, aligned, budget)))
        writing.write(change);
    return std::move(writing).finish();
}

}  // namespace archive
