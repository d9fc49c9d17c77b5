// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/word_changes.h"

#include <cstddef>
#include <span>

namespace archive {

namespace {

/// What lies between the shared runs.
std::vector<WordSpans> unsettled_changes(const ComparedText& left, const ComparedText& right,
                                         const WordSpans& spans, DiffBudget& budget) {
    const auto words = [](const ComparedText& text, std::uint32_t begin, std::uint32_t end) {
        return numbers_of(std::span(text.words).subspan(begin, end - begin));
    };
    std::vector<WordSpans> found;
    auto at_left = spans.left;
    auto at_right = spans.right;
    const auto add = [&](std::uint32_t left_end, std::uint32_t right_end) {
        if (at_left < left_end || at_right < right_end)
            found.push_back({at_left, left_end, at_right, right_end});
    };
    for (const auto& run : shared_runs(words(left, spans.left, spans.left_end),
                                       words(right, spans.right, spans.right_end), budget)) {
        add(spans.left + run.left, spans.right + run.right);
        at_left = spans.left + run.left_end();
        at_right = spans.right + run.right_end();
    }
    add(spans.left_end, spans.right_end);
    return found;
}

/// By how much a change of one side, words [begin, end), is moved: to where it begins with a
/// paragraph or sentence, or else behind a mark. It may go `back` words back and `on` words on.
std::int64_t settled(const ComparedText& text, std::uint32_t begin, std::uint32_t end,
                     std::uint32_t back, std::uint32_t on) {
    const auto number = [&](std::uint32_t at) { return text.words[at].number; };
    std::int64_t best = 0;
    auto best_border = text.border(begin);
    const auto offer = [&](std::int64_t move) {
        const auto border = text.border(static_cast<std::size_t>(begin + move));
        if (border <= best_border) return;
        best_border = border;
        best = move;
    };
    for (std::uint32_t i = 1; i <= back && best_border < Border::paragraph; ++i) {
        if (number(begin - i) != number(end - i)) break;
        offer(-std::int64_t{i});
    }
    for (std::uint32_t i = 1; i <= on && best_border < Border::paragraph; ++i) {
        if (number(begin + i - 1) != number(end + i - 1)) break;
        offer(i);
    }
    return best;
}

void settle(const ComparedText& left, const ComparedText& right, const WordSpans& spans,
            std::vector<WordSpans>& changes) {
    for (std::size_t i = 0; i < changes.size(); ++i) {
        auto& change = changes[i];
        if (!change.only_left() && !change.only_right()) continue;
        const auto back = change.left - (i == 0 ? spans.left : changes[i - 1].left_end);
        const auto on =
            (i + 1 == changes.size() ? spans.left_end : changes[i + 1].left) - change.left_end;
        const auto move = change.only_left()
                              ? settled(left, change.left, change.left_end, back, on)
                              : settled(right, change.right, change.right_end, back, on);
        for (auto* const place : {&change.left, &change.left_end, &change.right, &change.right_end})
            *place = static_cast<std::uint32_t>(*place + move);
    }
}

}  // namespace

std::vector<WordSpans> word_changes(const ComparedText& left, const ComparedText& right,
                                    const WordSpans& spans, DiffBudget& budget) {
    auto changes = unsettled_changes(left, right, spans, budget);
    settle(left, right, spans, changes);
    return changes;
}

}  // namespace archive
