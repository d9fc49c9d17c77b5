// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/comparison.h"

#include "archive/search/one_sided_figures.h"
#include "archive/search/one_sided_names.h"
#include "archive/search/paragraph_alignment.h"

#include <array>

namespace archive {

namespace {

PairedParagraph paired(const ComparedText& left, const ComparedText& right, const WordSpans& spans,
                       DiffBudget& budget) {
    if (spans.only_left()) {
        return {ParagraphFate::left, std::string(left.text_of(spans.left, spans.left_end)), {}};
    }
    if (spans.only_right()) {
        return {ParagraphFate::right, std::string(right.text_of(spans.right, spans.right_end)), {}};
    }
    auto edits = word_edits(left, right, spans, budget);
    if (edits.size() == 1) return {ParagraphFate::same, std::move(edits.front().text), {}};
    return {ParagraphFate::changed, {}, std::move(edits)};
}

}  // namespace

std::string_view name(ParagraphFate fate) {
    constexpr std::array<std::string_view, 4> names{"same", "left", "right", "changed"};
    return names[static_cast<std::size_t>(fate)];
}

Comparison compare(const Article& left, const Article& right) {
    WordNumbers numbers;
    const auto left_text = compared_text(left, numbers);
    const auto right_text = compared_text(right, numbers);
    Comparison comparison;
    DiffBudget budget;
    for (const auto& spans : aligned_paragraphs(left_text, right_text, budget))
        comparison.paragraphs.push_back(paired(left_text, right_text, spans, budget));
    comparison.names = one_sided_names(left, left_text, right, right_text);
    comparison.cut = left_text.cut || right_text.cut;
    comparison.figures = one_sided_figures(left_text.text, right_text.text);
    return comparison;
}

}  // namespace archive
