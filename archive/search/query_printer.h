// SPDX-License-Identifier: GPL-2.0-or-later
// query_printer.h - Writes a query tree back as text that parses to the same tree.
#pragma once

#include "archive/search/query.h"

#include <string>

namespace archive {

/// The query as understood. Relative dates are written as the days they stand for.
std::string print_query(const Query& query);

}  // namespace archive
