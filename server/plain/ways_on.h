// SPDX-License-Identifier: GPL-2.0-or-later
// ways_on.h - What stands in place of the list where nothing was found, and other ways on.
#pragma once

#include "server/plain/html.h"
#include "server/plain/listed.h"

#include <optional>
#include <string>

namespace server {

/// The words at fault, and changes of the search that find something, with what they find.
Html ways_on(const Listed& listed);

/// The query that finds what the furniture adds: each word or phrase there or in the text, less
/// what the search finds already. Nothing where that can't be written by clauses, or would be
/// longer than a query may be.
std::optional<std::string> furniture_query(const archive::SearchRequest& request,
                                           const archive::SearchResult& result);

}  // namespace server
