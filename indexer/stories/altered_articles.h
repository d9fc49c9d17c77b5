// SPDX-License-Identifier: GPL-2.0-or-later
// altered_articles.h - Takes machine-altered wording back where the rest of the archive knows the
// words.
//
// An article is judged by its dictionary when it is read (altered_wording.h). What no dictionary
// has may still be a word: the name of a medicine, of a law. So before a revision is published, the
// words of the few that were flagged are looked for in clean articles of other sources.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/index/spool.h"

#include <vector>

namespace indexer {

/// Judges the flagged ones of `articles` again, with the articles at hand and those of the last
/// revision, which may be null. Reads all articles at hand when any is flagged. Throws Failure.
void judge_altered(std::vector<archive::SpooledArticle>& articles, archive::Spool& spool,
                   const archive::Snapshot* last, unsigned jobs);

}  // namespace indexer
