// SPDX-License-Identifier: GPL-2.0-or-later
// closing_lines.h - Marks that agencies put below a story.
#pragma once

#include <string>
#include <string_view>

namespace indexer {

/// "ab/cd": who wrote and who edited.
bool are_initials(std::string_view line);

/// The day in "© dpa-infocom, dpa:210309-99-745678/2", as "20210309"; empty for any other line.
/// `lower` is the line in small letters.
std::string day_of_copyright(std::string_view lower);

}  // namespace indexer
