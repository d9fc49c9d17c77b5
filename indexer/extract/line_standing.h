// SPDX-License-Identifier: GPL-2.0-or-later
// line_standing.h - How often a line stands in the articles of its source.
//
// "Sign up for our newsletter" stands in every article of a source, a paragraph of a story in one.
// Who has read a whole source knows which is which; the rules for lines and zones only ask.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace indexer {

enum class LineStanding : std::uint8_t {
    rare,      ///< as a line of one story, and of follow-ups that repeat it
    repeated,  ///< in more articles than a story is told in
    common,    ///< in a good part of all articles of the source
};

/// The standing of a line, as often as it is asked for.
using LineStandings = std::function<LineStanding(std::string_view line)>;

}  // namespace indexer
