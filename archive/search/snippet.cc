// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/snippet.h"

#include "archive/base/text.h"

#include <algorithm>
#include <array>

namespace archive {

namespace {

constexpr std::size_t snippet_characters = 240;

/// Hits within so many bytes count as close.
constexpr std::size_t close_bytes = 180;

/// Characters before the first hit, to see what it is about; up to twice as many when a paragraph
/// begins there.
constexpr std::size_t characters_before = 50;

constexpr std::string_view left_out_before = "… ", left_out_behind = " …";

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

/// The best group of hits in a zone.
struct Group {
    std::size_t zone = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    int score = -1;
};

bool shown(ZoneKind kind) {
    switch (kind) {
        case ZoneKind::standfirst:
        case ZoneKind::body:
        case ZoneKind::caption:
        case ZoneKind::byline:
        case ZoneKind::dateline:
        case ZoneKind::credit:
        case ZoneKind::furniture: return true;  // marked only when looked for
        case ZoneKind::headline:
        case ZoneKind::header: break;
    }
    return false;
}

Group best_group(const std::vector<IndexedZone>& zones,
                 const std::vector<std::vector<Mark>>& marks) {
    constexpr int for_each_clause = 10;
    Group best;
    std::array<std::size_t, for_each_clause + 1> clauses{};  // of as many hits
    for (std::size_t zone = 0; zone < zones.size(); ++zone) {
        if (!shown(zones[zone].kind)) continue;
        const auto& here = marks[zone];
        for (std::size_t i = 0; i < here.size(); ++i) {
            auto met = clauses.begin();
            int hits = 0;
            std::uint32_t end = here[i].end;
            for (std::size_t j = i; j < here.size(); ++j) {
                if (j > i && here[j].end > here[i].begin + close_bytes) break;
                if (std::find(clauses.begin(), met, here[j].clause) == met) *met++ = here[j].clause;
                end = std::max(end, here[j].end);
                ++hits;
                if (hits > for_each_clause) break;
            }
            const int score = static_cast<int>(met - clauses.begin()) * for_each_clause
                              + std::min(hits, for_each_clause - 1);
            if (score > best.score) best = {zone, here[i].begin, end, score};
        }
    }
    return best;
}

/// From `begin` on, a snippet long; neither end cuts a word or a mark in two.
std::vector<TextSegment> cut_out(std::string_view text, std::size_t begin,
                                 std::vector<Mark> marks) {
    std::size_t end = characters_on(text, begin, snippet_characters);
    if (end < text.size()) {
        std::size_t border = end;
        while (border > begin && !is_blank(text[border])) --border;
        if (border > begin) end = border;
        while (end > begin && is_blank(text[end - 1])) --end;
    }
    std::size_t inside = 0;
    for (auto mark : marks) {
        if (mark.begin < begin || mark.begin >= end) continue;
        if (mark.end > end) end = mark.end;  // a long phrase is shown whole
        mark.begin -= static_cast<std::uint32_t>(begin);
        mark.end -= static_cast<std::uint32_t>(begin);
        marks[inside++] = mark;
    }
    marks.resize(inside);
    auto segments = segments_of(text.substr(begin, end - begin), marks);
    if (begin > 0) {
        if (segments.empty() || segments.front().hit)
            segments.insert(segments.begin(), TextSegment{std::string(left_out_before), false});
        else
            segments.front().text.insert(0, left_out_before);
    }
    if (!trimmed(text.substr(end)).empty()) {
        if (segments.empty() || segments.back().hit)
            segments.push_back({std::string(left_out_behind), false});
        else
            segments.back().text += left_out_behind;
    }
    return segments;
}

std::vector<TextSegment> beginning(const Article& article, const std::vector<IndexedZone>& zones) {
    for (const auto kind : {ZoneKind::standfirst, ZoneKind::body, ZoneKind::caption}) {
        for (const auto& zone : zones) {
            if (zone.kind != kind || trimmed(zone.text).empty()) continue;
            if (zone.text == article.title) continue;
            std::size_t begin = 0;
            // A title of the lead's own words is not said twice.
            if (!article.title.empty()
                && zone.text.substr(0, article.title.size()) == article.title)
                begin = article.title.size();
            while (begin < zone.text.size() && is_blank(zone.text[begin])) ++begin;
            return cut_out(zone.text, begin, {});
        }
    }
    return {};
}

}  // namespace

std::vector<TextSegment> segments_of(std::string_view text, const std::vector<Mark>& marks) {
    std::vector<TextSegment> segments;
    segments.reserve(2 * marks.size() + 3);  // and what a snippet puts around them
    const auto add = [&](std::size_t begin, std::size_t end, bool hit) {
        if (begin >= end) return;
        auto& words = segments.emplace_back(TextSegment{{}, hit}).text;
        words.reserve(end - begin + left_out_before.size() + left_out_behind.size());
        words = text.substr(begin, end - begin);
        for (auto at = words.find('\n'); at != std::string::npos; at = words.find('\n', at + 1))
            words[at] = ' ';
    };
    std::size_t at = 0;
    for (const auto& mark : marks) {
        if (mark.begin < at || mark.end > text.size()) continue;
        add(at, mark.begin, false);
        add(mark.begin, mark.end, true);
        at = mark.end;
    }
    add(at, text.size(), false);
    return segments;
}

std::vector<TextSegment> snippet_of(const Article& article, const std::vector<IndexedZone>& zones,
                                    const std::vector<std::vector<Mark>>& marks) {
    const auto best = best_group(zones, marks);
    if (best.score < 0) return beginning(article, zones);
    const auto text = zones[best.zone].text;
    std::size_t begin = characters_back(text, best.begin, characters_before);
    const auto paragraph =
        best.begin == 0 ? std::string_view::npos : text.rfind('\n', best.begin - 1);
    const std::size_t paragraph_begin = paragraph == std::string_view::npos ? 0 : paragraph + 1;
    if (paragraph_begin >= characters_back(text, begin, characters_before)) {
        begin = paragraph_begin;
    } else {
        while (begin < best.begin && !is_blank(text[begin])) ++begin;  // to the end of a word,
        while (begin < best.begin && is_blank(text[begin])) ++begin;   // to the start of the next
    }
    return cut_out(text, begin, merged(marks[best.zone]));
}

}  // namespace archive
