// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/story_lines.h"

#include "indexer/extract/header_lines.h"
#include "indexer/extract/line_shape.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>

namespace indexer {

namespace {

using archive::ZoneKind;

// Measured on text dumps of 229 news pages, November 2026.
constexpr std::size_t sentence_words = 10;  ///< of a line of the story, at least
constexpr std::size_t most_between = 7;     ///< lines between two such lines of one story
constexpr std::size_t head_lines = 14;      ///< above a story that may belong to it
constexpr std::size_t fewest_around = 12;   ///< lines around a story before they are outskirts

/// Long sentences that stand together, by their numbers among the open lines.
struct Cluster {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t words = 0;
};

std::vector<Cluster> clusters_of(const std::vector<TextLine*>& open) {
    std::vector<Cluster> clusters;
    for (std::size_t at = 0; at < open.size(); ++at) {
        const auto& line = *open[at];
        if (!line.sentence || line.words < sentence_words) continue;
        if (clusters.empty() || at - clusters.back().last > most_between + 1) {
            clusters.push_back({at, at, 0});
        }
        clusters.back().last = at;
        clusters.back().words += line.words;
    }
    return clusters;
}

bool is_menu_entry(const TextLine& line) {
    constexpr std::size_t most_words = 3;
    return !line.sentence && line.words <= most_words && !is_date_line(line.text);
}

/// "08:15", "12", "1:04:30": figures that say no day.
bool is_clock(std::string_view line) {
    return line.find_first_not_of("0123456789:. ") == std::string_view::npos;
}

/// The first line above the story that may be its headline: behind the last menu on the way.
std::size_t head_of(const std::vector<TextLine*>& open, std::size_t story) {
    constexpr std::size_t menu_entries = 5;
    const std::size_t farthest = story - std::min(story, head_lines);
    std::size_t entries = 0;
    for (std::size_t at = story; at > farthest; --at) {
        entries = is_menu_entry(*open[at - 1]) ? entries + 1 : 0;
        if (entries == menu_entries) return at - 1 + menu_entries;
    }
    return farthest;
}

/// Whether the text is that of a page: a menu stands above its story, or lines of it are known to
/// repeat. Press releases have lists too, but no menus.
bool is_page(const std::vector<TextLine*>& open, std::size_t story,
             const std::vector<TextLine>& lines) {
    constexpr std::size_t menu_entries = 5;
    constexpr std::ptrdiff_t repeated_lines = 3;
    const auto repeats = [](const TextLine& line) {
        return line.settled && line.kind == ZoneKind::furniture;
    };
    if (std::count_if(lines.begin(), lines.end(), repeats) >= repeated_lines) return true;
    std::size_t entries = 0;
    for (std::size_t at = 0; at < story; ++at) {
        entries = is_menu_entry(*open[at]) ? entries + 1 : 0;
        if (entries == menu_entries) return true;
    }
    return false;
}

/// The line behind the last that may belong to the story: a list at its end goes on to the next
/// line that repeats in the source, where such lines are known.
std::size_t foot_of(const std::vector<TextLine*>& open, std::size_t story,
                    std::span<const TextLine> lines) {
    const auto begin = static_cast<std::size_t>(open[story] - lines.data());
    const auto known = [](const TextLine& line) { return line.settled; };
    const auto below = lines.subspan(begin);
    if (std::find_if(below.begin(), below.end(), known) == below.end()) return story + 1;
    std::size_t foot = story + 1;
    while (foot < open.size() && open[foot] - open[foot - 1] == 1) ++foot;
    return foot;
}

void settle(std::vector<TextLine*>& open, std::size_t first, std::size_t last) {
    for (std::size_t at = first; at < last; ++at) {
        open[at]->kind = ZoneKind::furniture;
        open[at]->settled = true;
    }
}

/// "Article continues below", three times and more in one text.
void part_refrains(std::vector<TextLine>& lines) {
    constexpr std::size_t fewest_words = 4;  // names of speakers come again and again
    constexpr std::size_t most_words = 12;   // of what is no sentence: meals of a plan do too
    constexpr std::size_t fewest_times = 3;
    const auto counts = [](const TextLine& line) {
        return !line.settled && line.words >= fewest_words
               && (line.sentence || line.words <= most_words);
    };
    std::unordered_map<std::string_view, std::size_t> times;
    for (const auto& line : lines) {
        if (counts(line)) ++times[line.text];
    }
    for (auto& line : lines) {
        if (!counts(line) || times[line.text] < fewest_times) continue;
        line.kind = ZoneKind::furniture;
        line.settled = true;
    }
}

}  // namespace

void part_outskirts(std::vector<TextLine>& lines) {
    part_refrains(lines);
    std::vector<TextLine*> open;
    for (auto& line : lines) {
        if (!line.settled) open.push_back(&line);
    }
    const auto clusters = clusters_of(open);
    if (clusters.empty()) return;
    const auto by_words = [](const Cluster& left, const Cluster& right) {
        return left.words < right.words;
    };
    const auto story = std::max_element(clusters.begin(), clusters.end(), by_words);
    if (open.size() - (story->last - story->first + 1) < fewest_around) return;
    // Other clusters of some size belong to it: an interview goes on below a box.
    std::size_t first = story->first;
    std::size_t last = story->last;
    for (const auto& cluster : clusters) {
        if (cluster.words * 3 < story->words) continue;
        first = std::min(first, cluster.first);
        last = std::max(last, cluster.last);
    }
    if (!is_page(open, first, lines)) return;
    settle(open, 0, head_of(open, first));
    for (std::size_t at = 0; at < first; ++at) {  // "5:59", the length of a film
        if (is_clock(open[at]->text) && !is_date_line(open[at]->text)) settle(open, at, at + 1);
    }
    settle(open, foot_of(open, last, lines), open.size());
}

}  // namespace indexer
