// SPDX-License-Identifier: GPL-2.0-or-later
// datelines.h - "SEOUL, Nov 30 (Reuters) -" at the beginning of a story: where it was filed, and by
// whom.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

struct Dateline {
    std::string place;    ///< as written: "SEOUL"
    std::string agency;   ///< its common name, or as written when we do not know it; may be empty
    std::size_t end = 0;  ///< byte offset of the story's first word
    bool alone = false;   ///< nothing follows: the dateline has a line of its own
};

/// Reads the dateline that `paragraph` begins with. A place in capitals is enough before a dash or
/// a colon; in other letters it needs an agency in parentheses behind it.
std::optional<Dateline> find_dateline(std::string_view paragraph);

}  // namespace indexer
