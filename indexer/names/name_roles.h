// SPDX-License-Identifier: GPL-2.0-or-later
// name_roles.h - What each name does in the article: part of the story, or of how it was sent.
//
//   SEOUL (Reuters) - …                                 dateline, source
//   (Reporting by Ann Lee; editing by Bo Chu)           credit, credit
//   … attend a reception. KCNA via REUTERS/File Photo   source, source
//
// The reporter of the credit line is never the person in the story, and an agency that sends a
// story is not its subject. "KCNA said" is: there the agency is in the story.
#pragma once

#include "archive/index/aliases.h"
#include "archive/model/article.h"
#include "indexer/names/name_drafts.h"
#include "indexer/names/name_text.h"

#include <vector>

namespace indexer {

/// Gives each draft its role. `drafts` are in reading order; `known` says which are agencies.
void settle_roles(const archive::Article& article, const NameText& text,
                  const archive::AliasTable& known, std::vector<NameDraft>& drafts);

}  // namespace indexer
