// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/export_labels.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "indexer/extract/line_shape.h"

#include <algorithm>
#include <array>

namespace indexer {

std::optional<LabelledLine> labelled_line(std::string_view line,
                                          std::span<const ExportLabel> table) {
    constexpr std::size_t longest_label = 40;
    const auto colon = line.substr(0, longest_label).find(':');
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    const auto label = stripped(line.substr(0, colon));
    const std::string folded = archive::folded(label);
    const auto row = std::find_if(table.begin(), table.end(),
                                  [&](const ExportLabel& each) { return each.label == folded; });
    if (row == table.end()) return std::nullopt;
    return LabelledLine{row->field, label, stripped(line.substr(colon + 1))};
}

std::vector<ExportLine> export_lines(std::string_view text) {
    std::vector<ExportLine> lines;
    bool blank = true;
    for (const auto raw : archive::split(text, '\n')) {
        const auto line = stripped(raw);
        if (line.empty()) {
            blank = true;
            continue;
        }
        lines.push_back({line, blank});
        blank = false;
    }
    return lines;
}

std::string joined_lines(std::span<const ExportLine> lines) {
    std::string text;
    for (const auto& line : lines) {
        if (!text.empty()) text += line.after_blank ? "\n\n" : "\n";
        text += line.text;
    }
    return text;
}

std::string paragraphs(std::span<const ExportLine> lines) {
    constexpr std::size_t narrowest = 45;
    constexpr std::size_t widest = 100;
    std::string text;
    for (std::size_t first = 0; first < lines.size();) {
        std::size_t last = first + 1;
        bool wrapped = true;
        for (; last < lines.size() && !lines[last].after_blank; ++last) {
            const auto width = lines[last - 1].text.size();
            wrapped = wrapped && width >= narrowest && width <= widest;
        }
        for (std::size_t i = first; i < last; ++i) {
            if (!text.empty()) text += i > first && wrapped ? " " : "\n\n";
            text += lines[i].text;
        }
        first = last;
    }
    return text;
}

bool is_phrase(std::string_view line, std::string_view phrase) {
    return line.size() == phrase.size() && archive::ascii_lower(line) == phrase;
}

bool is_rights_notice(std::string_view line) {
    constexpr std::size_t longest = 300;
    constexpr std::array<std::string_view, 9> openings{"copyright",
                                                       "(c) ",
                                                       "(c)",
                                                       "\u00a9",
                                                       "all rights reserved",
                                                       "alle rechte vorbehalten",
                                                       "tous droits r",
                                                       "todos los derechos",
                                                       "tutti i diritti"};
    if (line.size() > longest) return false;
    const std::string lower = archive::ascii_lower(line.substr(0, 32));
    return std::any_of(openings.begin(), openings.end(),
                       [&](std::string_view opening) { return lower.starts_with(opening); });
}

}  // namespace indexer
