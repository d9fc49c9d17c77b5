// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/compared_text.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "archive/index/indexed_text.h"

namespace archive {

namespace {

bool is_compared(ZoneKind kind) {
    switch (kind) {
        case ZoneKind::headline:
        case ZoneKind::standfirst:
        case ZoneKind::body: return true;
        case ZoneKind::header:
        case ZoneKind::caption:
        case ZoneKind::byline:
        case ZoneKind::dateline:
        case ZoneKind::credit:
        case ZoneKind::furniture: break;
    }
    return false;
}

bool is_mark(const ComparedWord& word) {
    return word.kind == ComparedKind::mark || word.kind == ComparedKind::stop;
}

}  // namespace

std::uint32_t ComparedText::weight_of(std::size_t first, std::size_t end) const {
    std::uint32_t sum = 0;
    for (auto at = first; at < end; ++at) sum += weight(words[at]);
    return sum;
}

Border ComparedText::border(std::size_t at) const {
    if (at == 0 || at >= words.size()) return Border::paragraph;
    const auto& before = words[at - 1];
    const bool apart = before.end != words[at].begin;
    if (apart && text[before.end] == '\n') return Border::paragraph;
    if (!is_mark(before) || (!apart && is_mark(words[at]))) return Border::none;
    if (before.kind == ComparedKind::stop) return Border::sentence;
    const bool closes_a_sentence =
        at > 1 && words[at - 2].kind == ComparedKind::stop && words[at - 2].end == before.begin;
    if (closes_a_sentence) return Border::sentence;
    return apart ? Border::mark : Border::none;
}

std::vector<std::uint32_t> numbers_of(std::span<const ComparedWord> words) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(words.size());
    for (const auto& word : words) numbers.push_back(word.number);
    return numbers;
}

ComparedText compared_text(const Article& article, WordNumbers& numbers) {
    ComparedText compared;
    auto room = limits::compared_bytes;
    for (const auto& zone : indexed_zones(article)) {
        if (!is_compared(zone.kind)) continue;
        const auto taken = cut(zone.text, room);
        room -= taken.size();
        compared.cut = compared.cut || zone.cut || taken.size() < zone.text.size();
        for (const auto line : split(taken, '\n')) {
            const auto begin = static_cast<std::uint32_t>(compared.words.size());
            append_compared_words(line, static_cast<std::uint32_t>(compared.text.size()), numbers,
                                  compared.words);
            const auto end = static_cast<std::uint32_t>(compared.words.size());
            if (end == begin) continue;
            const auto weight = compared.weight_of(begin, end);
            compared.paragraphs.push_back({begin, end, weight, zone.kind});
            compared.text.append(line).append(1, '\n');
        }
    }
    return compared;
}

}  // namespace archive
