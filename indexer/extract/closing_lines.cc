// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/closing_lines.h"

#include "archive/base/text.h"

#include <algorithm>
#include <cstddef>

namespace indexer {

bool are_initials(std::string_view line) {
    constexpr std::size_t longest = 14;
    if (line.size() > longest || line.find('/') == std::string_view::npos) return false;
    const auto parts = archive::split(line, '/');
    return std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
        return part.size() >= 2 && part.size() <= 4
               && part.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
    });
}

std::string day_of_copyright(std::string_view lower) {
    constexpr std::size_t longest = 80;
    constexpr std::string_view mark = "dpa:";
    constexpr std::size_t digits = 6;
    if (lower.size() > longest) return {};
    const auto at = lower.find(mark);
    if (at == std::string_view::npos) return {};
    const auto day = lower.substr(at + mark.size(), digits);
    const bool whole =
        day.size() == digits && day.find_first_not_of("0123456789") == std::string_view::npos;
    return whole ? "20" + std::string(day) : std::string();
}

}  // namespace indexer
