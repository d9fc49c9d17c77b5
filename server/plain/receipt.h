// SPDX-License-Identifier: GPL-2.0-or-later
// receipt.h - How the search was read: its clauses and filters, each a link that takes it away.
#pragma once

#include "server/plain/html.h"
#include "server/plain/listed.h"

namespace server {

/// "Search read as [word ferry 334 ×] [source Harbour Times ×] Clear all"; nothing for a search
/// that asks for everything.
Html receipt(const Listed& listed);

/// What was repaired in the query, a sentence each.
Html repairs(const archive::SearchResult& result);

}  // namespace server
