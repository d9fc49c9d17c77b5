// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/concordance_lines.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"

#include <algorithm>

namespace archive {

namespace {

/// Up to `width` characters of the paragraph before `at`, from the beginning of a word on.
std::string_view before(std::string_view text, std::size_t at, std::size_t width) {
    const auto line_break = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const auto paragraph = line_break == std::string_view::npos ? 0 : line_break + 1;
    const auto begin = characters_back(text, at, width);
    auto left = text.substr(std::max(begin, paragraph), at - std::max(begin, paragraph));
    const bool cut = begin > paragraph && text[begin - 1] != ' ';
    const auto blank = left.find(' ');
    if (cut && blank != std::string_view::npos) left.remove_prefix(blank);
    while (!left.empty() && left.front() == ' ') left.remove_prefix(1);
    return left;
}

/// Up to `width` characters of the paragraph from `at` on, to the end of a word.
std::string_view behind(std::string_view text, std::size_t at, std::size_t width) {
    const auto paragraph = std::min(text.find('\n', at), text.size());
    const auto end = characters_on(text, at, width);
    auto right = text.substr(at, std::min(end, paragraph) - at);
    const bool cut = end < paragraph && text[end] != ' ';
    const auto blank = right.rfind(' ');
    if (cut && blank != std::string_view::npos) right = right.substr(0, blank);
    while (!right.empty() && right.back() == ' ') right.remove_suffix(1);
    return right;
}

}  // namespace

std::vector<HitInContext> hits_in_context(const Article& article, MarkFinder& marks,
                                          std::uint32_t width) {
    std::vector<HitInContext> hits;
    const auto zones = indexed_zones(article);
    const auto marked = marks.in_zones(zones, article);
    for (std::size_t i = 0; i < zones.size(); ++i) {
        const auto text = zones[i].text;
        for (const auto& mark : merged(marked[i])) {
            std::string hit(text.substr(mark.begin, mark.end - mark.begin));
            std::replace(hit.begin(), hit.end(), '\n', ' ');
            hits.push_back({zones[i].kind, std::string(before(text, mark.begin, width)),
                            std::move(hit), std::string(behind(text, mark.end, width))});
        }
    }
    return hits;
}

std::string key_of_right(const std::string& right) {
    return folded_words(right);
}

std::string key_of_left(const std::string& left) {
    const auto words = folded_words(left);
    auto parts = split(words, ' ');
    std::string key;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        key += *part;
        key += ' ';
    }
    return key;
}

}  // namespace archive
