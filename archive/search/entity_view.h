// SPDX-License-Identifier: GPL-2.0-or-later
// entity_view.h - A person, organisation or place in the matches of a search.
//
// What articles call it, since when and how often, in which sources, beside whom, and what it is
// quoted with.
#pragma once

#include "archive/search/archive_facts.h"
#include "archive/search/matching.h"
#include "archive/search/search_request.h"
#include "archive/search/search_result.h"

#include <string_view>

namespace archive {

/// `id` may be a name or an alias, too. Of the request the query, the filters and the unit of the
/// histogram are read. Errors as of Searcher::search(), and entity_not_found for what neither an
/// article nor the table has, with the nearest id as hint.
Result<EntityView> entity_view(const ArchiveFacts& facts, OpenPostings& postings,
                               std::string_view id, const SearchRequest& request,
                               DeadlineWatch& watch);

}  // namespace archive
