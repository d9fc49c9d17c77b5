// SPDX-License-Identifier: GPL-2.0-or-later
// relaxations.h - Ways on when nothing was found: the same search with one thing less.
#pragma once

#include "archive/search/search_request.h"
#include "archive/search/search_result.h"

#include <functional>
#include <vector>

namespace archive {

/// Counts what a changed request finds; nothing when it can't be read.
using CountOf = std::function<BothCounts(const SearchRequest&)>;

/// At most three changes that find something, most articles first: a clause of q less, a filter
/// less, all dates, the undated as well. Each is counted by asking exactly what its link will ask.
std::vector<Relaxation> relaxations(const SearchRequest& request,
                                    const std::vector<Clause>& clauses, const CountOf& count);

}  // namespace archive
