// SPDX-License-Identifier: GPL-2.0-or-later
// row.h - One result of a list without scripts.
#pragma once

#include "archive/search/search_result.h"
#include "server/plain/html.h"
#include "server/plain/search_address.h"

namespace server {

/// The row as an `article`; its headline leads to the reader as result number `place`.
Html result_row(const archive::ResultRow& row, const SearchAddress& search, std::size_t place);

}  // namespace server
