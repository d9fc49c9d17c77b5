// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/printed_days.h"

#include "archive/base/text.h"
#include "indexer/analysis/dates.h"
#include "indexer/extract/day_phrases.h"
#include "indexer/extract/page_text.h"

#include <algorithm>
#include <string_view>

namespace indexer {

namespace {

using archive::Basis;
using MaybeDate = std::optional<archive::Date>;

constexpr int first_text_year = 1995;
constexpr int running_text = 6;  ///< added to the rank of a line that is part of the story

bool has_figure(std::string_view line) {
    return std::any_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

/// A word of publication in front of a day, or near it in the same short element.
void PrintedDays::note_keyword(int node, const std::string& line) {
    constexpr std::size_t behind_keyword = 60;
    constexpr std::size_t short_element = 120;
    const auto word = publication_word(line);
    if (!word || word->rank >= by_keyword_.rank) return;
    const auto hints = search_.hints(Basis::text_keyword, first_text_year);
    auto behind =
        find_date(archive::cut(std::string_view(line).substr(word->at), behind_keyword), hints);
    if (!behind) {
        const std::string near = short_text(page_, page_.node(node).parent, 2 * short_element);
        if (near.size() < short_element) behind = find_date(near, hints);
    }
    if (!behind) return;
    by_keyword_ = {behind->date, word->rank};
    const bool label =
        line.size() < short_element && !places_.of_something_else(page_.node(node).parent, false);
    if (label) labelled_ = behind->date;
}

void PrintedDays::note_line(int node, const std::string& line) {
    constexpr std::size_t short_line = 60;
    constexpr std::size_t dateline = 12;
    constexpr std::size_t longest_note = 120;
    const auto found = find_date(line, search_.hints(Basis::free_text, first_text_year));
    if (!found) return;
    const auto place = places_.of(node);
    int rank = static_cast<int>(place);
    const bool opens =
        place == Place::body && node == places_.first_text() && found->first < dateline;
    if (opens) rank = 1;
    if (line.size() > short_line && !opens) rank += running_text;
    if (tells_other_day(line, found->first, found->last)
        || (found->first == 0 && places_.labelled_otherwise(node))) {
        if (!changed_ && line.size() < longest_note) changed_ = found->date;
        return;
    }
    if (rank >= by_place_.rank) return;
    if (place > Place::above_headline
        && places_.of_something_else(page_.node(node).parent, false)) {
        rank += 2 * running_text;
    }
    if (rank < by_place_.rank) by_place_ = {found->date, rank};
}

void PrintedDays::read() {
    if (read_) return;
    read_ = true;
    constexpr std::size_t enough = 60'000;
    constexpr std::size_t shortest = 8;
    constexpr std::size_t longest_label = 120;  // the day may stand in the element beside it
    std::size_t read = 0;
    for (int i = 0; i < page_.size() && read < enough; ++i) {
        const auto& node = page_.node(i);
        if (!node.is_text() || is_silent(page_.node(node.parent).tag)) continue;
        std::string line;
        append_folded(line, node.text);
        if (line.size() < shortest) continue;
        read += line.size();
        if (line.size() < longest_label || has_figure(line)) note_keyword(i, line);
        note_line(i, line);
    }
}

MaybeDate PrintedDays::likeliest() {
    read();
    if (by_keyword_.date) return by_keyword_.date;
    return changed_ && by_place_.rank >= running_text ? std::nullopt : by_place_.date;
}

MaybeDate PrintedDays::clear() {
    read();
    if (labelled_) return labelled_;
    return by_place_.rank <= static_cast<int>(Place::above_headline) ? by_place_.date
                                                                     : std::nullopt;
}
}  // namespace indexer
