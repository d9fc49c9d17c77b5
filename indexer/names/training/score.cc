// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/training/score.h"

#include <fmt/format.h>

#include <algorithm>

namespace indexer {

namespace {

double percent(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double Tally::f1() const {
    return percent(2 * right, 2 * right + extra + missed);
}

Tally Score::shown() const {
    Tally sum;
    for (const auto type : {NameType::person, NameType::org, NameType::place}) {
        const auto& tally = types[static_cast<std::size_t>(type)];
        sum.right += tally.right;
        sum.extra += tally.extra;
        sum.missed += tally.missed;
    }
    return sum;
}

void Score::add(const std::vector<NameSpan>& right, const std::vector<NameSpan>& found) {
    const auto tally = [&](const NameSpan& span) -> Tally& {
        return types[static_cast<std::size_t>(span.type)];
    };
    // Both are in order and overlap nothing of their own: equal ones meet in one walk.
    std::size_t at = 0;
    for (const auto& span : found) {
        while (at < right.size() && right[at].begin < span.begin) ++tally(right[at++]).missed;
        if (at < right.size() && right[at] == span) {
            ++tally(span).right;
            ++at;
        } else {
            ++tally(span).extra;
        }
    }
    while (at < right.size()) ++tally(right[at++]).missed;
}

Score score(const NameTagger& tagger, const std::vector<LabelledArticle>& articles) {
    TaggerBuffers buffers;
    Score result;
    for (const auto& article : articles) {
        const auto sentences = article.sentences();
        result.add(spans_of(article.labels), spans_of(tagger.all_labels(sentences, buffers)));
    }
    return result;
}

std::string to_text(const Score& score) {
    const auto sum = score.shown();
    std::string text = fmt::format("F1 {:.2f} P {:.2f} R {:.2f} (", sum.f1(),
                                   percent(sum.right, sum.right + sum.extra),
                                   percent(sum.right, sum.right + sum.missed));
    for (const auto type : {NameType::person, NameType::org, NameType::place}) {
        if (text.back() != '(') text += ' ';
        text += fmt::format("{} {:.2f}", corpus_name(type),
                            score.types[static_cast<std::size_t>(type)].f1());
    }
    return text + ")";
}

}  // namespace indexer
