// SPDX-License-Identifier: GPL-2.0-or-later
// csv.h - Results as a table for spreadsheets (RFC 4180).
//
// The file begins with a byte order mark, without which Excel takes UTF-8 for Latin-1. A cell that
// a spreadsheet would run as a formula gets a leading apostrophe: article text is not ours to
// trust.
#pragma once

#include "archive/search/search_result.h"

#include <string>
#include <string_view>
#include <vector>

namespace server {

/// One line, ended by CR and LF; quoted where it must be, formulas defused.
std::string csv_line(const std::vector<std::string>& cells);

/// The byte order mark and the names of the columns.
std::string csv_head();

/// The line of one article. Several values of a cell are parted by "; ".
std::string csv_row(const archive::ResultRow& row, const std::string& permalink);

}  // namespace server
