// SPDX-License-Identifier: GPL-2.0-or-later
// corrections.h - Words the archive holds, for typed ones that it does not.
#pragma once

#include "archive/search/archive_facts.h"
#include "archive/search/matching.h"
#include "archive/search/query_compiler.h"
#include "archive/search/search_result.h"

#include <string_view>
#include <vector>

namespace archive {

/// For each wanted word that no article has, the nearest that some have: at most two slips off, as
/// LetterEdits counts them (one in a short word), the first letter the same, the most frequent of
/// the nearest. `typed` is the whole query; in that of a correction all the words are right.
std::vector<Spelling> corrections(const ArchiveFacts& facts, OpenPostings& postings,
                                  const std::vector<WantedWord>& words, std::string_view typed,
                                  DeadlineWatch& watch);

}  // namespace archive
