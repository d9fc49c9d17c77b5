// SPDX-License-Identifier: GPL-2.0-or-later
// typed_queries.h - What the parser makes of what people type, as text that tests can compare.
#pragma once

#include "archive/search/query_parser.h"
#include "archive/search/query_printer.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tests {

/// The day on which all of it is typed.
inline const archive::DayNumber typing_day =
    archive::day_number(std::chrono::sys_days(std::chrono::year(2024) / 11 / 30));

/// What was understood, or the name of the refusal.
inline std::string understood(std::string_view text) {
    const auto parsed = archive::parse_query(text, {typing_day, false});
    return parsed ? archive::print_query(*parsed->root)
                  : std::string(archive::name(parsed.error().code));
}

/// The same where warnings refuse.
inline std::string strictly(std::string_view text) {
    const auto parsed = archive::parse_query(text, {typing_day, true});
    return parsed ? archive::print_query(*parsed->root)
                  : std::string(archive::name(parsed.error().code));
}

/// The names of the warnings, parted by blanks.
inline std::string warnings(std::string_view text) {
    const auto parsed = archive::parse_query(text, {typing_day, false});
    if (!parsed) return "refused";
    std::string names;
    for (const auto& warning : parsed->warnings)
        names += (names.empty() ? "" : " ") + std::string(archive::name(warning.code));
    return names;
}

/// The query of a text that is one.
inline archive::Query tree(std::string_view text) {
    const auto parsed = archive::parse_query(text, {typing_day, false});
    REQUIRE(parsed);
    return *parsed->root;
}

/// What is typed, and what it means.
using Pairs = std::vector<std::pair<std::string, std::string>>;

inline void check_understood(const Pairs& pairs) {
    for (const auto& pair : pairs) {
        CAPTURE(pair.first);
        CHECK(understood(pair.first) == pair.second);
    }
}

}  // namespace tests
