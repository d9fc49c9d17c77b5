// SPDX-License-Identifier: GPL-2.0-or-later
// relaxations.h - Ways on when nothing was found: the same search with one thing less, or with a
// value that articles have in place of one that none has.
#pragma once

#include "archive/search/likely_values.h"
#include "archive/search/search_request.h"
#include "archive/search/search_result.h"

#include <functional>
#include <string_view>
#include <vector>

namespace archive {

/// Counts what a changed request finds; nothing when it can't be read.
using CountOf = std::function<BothCounts(const SearchRequest&)>;

/// What may be meant by a value of a field that no article has (likely_values.h).
using ValuesLike =
    std::function<std::vector<LikelyValue>(std::string_view field, std::string_view value)>;

/// At most three changes that find something: first another value for one that no article has,
/// then, most articles first, a clause of q less, a filter less, all dates, the undated as well.
/// Each is counted by asking exactly what its link will ask.
std::vector<Relaxation> relaxations(const SearchRequest& request,
                                    const std::vector<Clause>& clauses, const CountOf& count,
                                    const ValuesLike& values_like);

}  // namespace archive
