// SPDX-License-Identifier: GPL-2.0-or-later
// token_sources.h - Filters for Xapian::Enquire that read the tokens of each article considered.
//
// They never lead an AND, since their estimate is everything: terms beside them choose the
// articles.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/search/deadline.h"
#include "archive/search/place_pattern.h"
#include "archive/search/word_pattern.h"

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace archive {

/// Articles whose words stand as a pattern says; `articles` as WordCheck takes it. Snapshot and
/// watch must outlive the query.
Xapian::Query words_query(const Snapshot& snapshot, std::shared_ptr<const WordPattern> pattern,
                          std::vector<std::uint64_t> articles, DeadlineWatch& watch);

/// Articles whose words stand to each other as a pattern says.
Xapian::Query places_query(const Snapshot& snapshot, std::shared_ptr<const PlacePattern> pattern,
                           DeadlineWatch& watch);

}  // namespace archive
