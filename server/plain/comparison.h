// SPDX-License-Identifier: GPL-2.0-or-later
// comparison.h - Two articles in one column without scripts: what both say, what only one says.
#pragma once

#include "archive/search/search_result.h"
#include "server/plain/html.h"
#include "server/plain/search_address.h"

#include <string>

namespace server {

/// "Compare with Daily Lantern".
std::string comparison_title(const archive::ComparedArticles& compared);

/// What stands inside `main`. `search` is the list that the left article was opened from.
Html comparison(const archive::ComparedArticles& compared, const SearchAddress& search);

}  // namespace server
