// SPDX-License-Identifier: GPL-2.0-or-later
// english_months.h - The months as English calls them, for dates that are typed and dates that are
// shown.
//
// What newspapers write is another matter: indexer/analysis/month_names.h has their fifty
// languages.
#pragma once

#include <array>
#include <string_view>

namespace archive {

/// January first. The first three letters of each are its short name, and no two share them.
inline constexpr std::array<std::string_view, 12> english_months{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

}  // namespace archive
