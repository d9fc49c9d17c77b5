// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/excerpt.h"

#include "archive/index/shingles.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

namespace {

/// Where the sentence that begins at `begin` ends, with the mark that ends it.
std::size_t sentence_end(std::string_view text, std::size_t begin) {
    for (auto at = begin; at < text.size(); ++at) {
        if (text[at] == '\n') return at + 1;
        if (text[at] == ' ' && at > begin
            && std::string_view(".!?").find(text[at - 1]) != std::string_view::npos)
            return at + 1;
    }
    return text.size();
}

std::vector<std::uint32_t> short_runs(std::span<const std::uint64_t> words) {
    return archive::shingles(words, archive::short_run);
}

}  // namespace

bool has_opening(const CopyText& smaller, const CopyText& larger) {
    constexpr std::size_t opening_words = 30;
    const std::span words(larger.words);
    const auto opening = short_runs(words.first(std::min(words.size(), opening_words)));
    return archive::shared(opening, short_runs(smaller.words)) * 4 >= opening.size();
}

double names_beside(const CopyText& smaller, const CopyText& larger) {
    constexpr std::size_t few_names = 3;
    const auto names = names_in(smaller.text);
    if (names.size() < few_names) return 1;
    const auto taken = short_runs(smaller.words);
    std::string beside;
    for (std::size_t begin = 0; begin < larger.text.size();) {
        const auto end = sentence_end(larger.text, begin);
        const auto sentence = std::string_view(larger.text).substr(begin, end - begin);
        const auto runs = short_runs(archive::word_hashes(sentence));
        if (runs.empty() || archive::shared(runs, taken) * 2 < runs.size()) beside += sentence;
        begin = end;
    }
    return static_cast<double>(archive::shared(names, names_in(beside)))
           / static_cast<double>(names.size());
}

}  // namespace indexer
