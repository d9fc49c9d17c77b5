// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/one_sided_figures.h"

#include "archive/index/terms.h"
#include "archive/index/word_letters.h"
#include "archive/search/term_hashes.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_set>

namespace archive {

namespace {

struct WrittenFigure {
    std::uint64_t value = 0;  ///< the hash of "10000", "3.14"
    std::string_view text;    ///< "10,000"
};

/// The number that a folded word begins with, without zeros in front; "" when it begins with none.
std::string_view value_of(std::string_view word) {
    std::size_t end = 0;
    while (end < word.size() && (is_ascii_digit(word[end]) || (end > 0 && word[end] == '.'))) ++end;
    std::size_t begin = 0;
    while (begin + 1 < end && word[begin] == '0' && is_ascii_digit(word[begin + 1])) ++begin;
    return word.substr(begin, end - begin);
}

/// Whether a joined word is the groups of one number, "10 000", and not "2024-25".
bool is_spaced_number(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char byte) { return byte == ' ' || is_ascii_digit(byte); });
}

std::vector<WrittenFigure> figures_of(std::string_view text) {
    std::vector<WrittenFigure> figures;
    for_each_word(text, [&](const Word& word) {
        const auto value = value_of(word.text);
        if (value.empty()) return;
        const auto written = text.substr(word.begin, word.end - word.begin);
        if (word.span > 1) {
            if (!is_spaced_number(written)) return;
            figures.resize(figures.size() - word.span);  // its groups
        }
        figures.push_back({term_hash(value), written});
    });
    return figures;
}

std::vector<std::string> missing(const std::vector<WrittenFigure>& from,
                                 const std::vector<WrittenFigure>& in) {
    std::unordered_set<std::uint64_t> seen;
    seen.reserve(in.size());
    for (const auto& figure : in) seen.insert(figure.value);
    std::vector<std::string> only;
    for (const auto& figure : from) {
        if (only.size() == most_facts) break;
        if (seen.insert(figure.value).second) only.emplace_back(figure.text);
    }
    return only;
}

}  // namespace

OneSidedFacts one_sided_figures(std::string_view left, std::string_view right) {
    const auto lefts = figures_of(left);
    const auto rights = figures_of(right);
    return {missing(lefts, rights), missing(rights, lefts)};
}

}  // namespace archive
