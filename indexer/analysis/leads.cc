// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/leads.h"

#include "archive/base/text.h"
#include "indexer/analysis/datelines.h"

#include <algorithm>

namespace indexer {

namespace {

constexpr std::size_t longest = 160;
constexpr std::size_t shortest_clause = 50;

/// Where the first sentence ends, its full stop included; npos when it is longer than a title.
std::size_t sentence_end(std::string_view text) {
    constexpr std::size_t shortest_sentence = 12;  // "U.S. " and "Mr. " end none
    for (std::size_t at = shortest_sentence; at < text.size() && at < longest; ++at) {
        if ((text[at] == '.' || text[at] == '!' || text[at] == '?')
            && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n')) {
            const auto word = text.substr(0, at).find_last_of(" .") + 1;
            if (at - word > 2) return at + 1;
        }
    }
    return std::string_view::npos;
}

}  // namespace

std::string lead_clause(std::string_view paragraph) {
    if (const auto dateline = find_dateline(paragraph)) paragraph.remove_prefix(dateline->end);
    paragraph = archive::trimmed(paragraph.substr(0, paragraph.find('\n')));
    if (const auto end = sentence_end(paragraph); end != std::string_view::npos) {
        auto sentence = paragraph.substr(0, end);
        if (sentence.back() == '.') sentence.remove_suffix(1);
        return std::string(sentence);
    }
    if (paragraph.size() <= longest) return std::string(paragraph);
    auto clause = archive::cut(paragraph, longest);
    const auto comma = std::max(clause.rfind(", ") + 1, clause.rfind("; ") + 1);
    const auto blank = clause.rfind(' ');
    if (comma > shortest_clause) {
        clause = clause.substr(0, comma - 1);
    } else if (blank != std::string_view::npos && blank > shortest_clause) {
        clause = clause.substr(0, blank);
    }
    return std::string(archive::trimmed(clause));
}

}  // namespace indexer
