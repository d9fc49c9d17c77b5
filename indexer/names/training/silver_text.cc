// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/training/silver_text.h"

#include <span>

namespace indexer {

namespace {

std::vector<NameSpan> shown(std::vector<NameSpan> spans) {
    std::erase_if(spans, [](const NameSpan& span) { return span.type == NameType::other; });
    return spans;
}

}  // namespace

std::vector<LabelledArticle> agreed_sentences(const std::vector<LabelledArticle>& articles,
                                              const NameTagger& judge) {
    constexpr std::uint32_t shortest = 4;  // words; what is shorter teaches little
    TaggerBuffers buffers;
    std::vector<LabelledArticle> kept;
    for (const auto& article : articles) {
        const auto found = judge.all_labels(article.sentences(), buffers);
        LabelledArticle part;
        std::uint32_t begin = 0;
        for (const auto end : article.ends) {
            const std::span all(article.labels);
            const auto marked = all.subspan(begin, end - begin);
            if (end - begin >= shortest
                && shown(spans_of(marked)) == shown(spans_of(found.subspan(begin, end - begin)))) {
                part.words.insert(part.words.end(), article.words.begin() + begin,
                                  article.words.begin() + end);
                part.labels.insert(part.labels.end(), marked.begin(), marked.end());
                part.ends.push_back(static_cast<std::uint32_t>(part.words.size()));
            }
            begin = end;
        }
        if (!part.words.empty()) kept.push_back(std::move(part));
    }
    return kept;
}

}  // namespace indexer
