// SPDX-License-Identifier: GPL-2.0-or-later
// leading_names.h - The most counted values of a names column, without counting the others.
//
// The count of the last one that is shown is a bar: a name of fewer articles in the whole archive
// cannot pass it. So the frequent names are counted first, and when all that are left have fewer
// articles than the bar, the answer is there, exact as if all had been counted.
#pragma once

#include "archive/search/deadline.h"
#include "archive/search/frequent_names.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace archive {

struct CountedName {
    FrequentNames::Rank rank = FrequentNames::no_rank;
    std::uint32_t articles = 0;
};

/// The `limit` that most of `articles` have, most first, then by label and number, none without
/// any; then those of `selected` that are not among them, in their order. Nothing when rarer names
/// than are ranked may be among them, or when so few articles match that counting all of their
/// names is as well.
std::optional<std::vector<CountedName>> leading_names(
    const FrequentNames& frequent, const NameNumbers& names, const ArticleSet& articles,
    std::size_t limit, const std::vector<NameNumbers::Number>& selected, DeadlineWatch& watch);

}  // namespace archive
