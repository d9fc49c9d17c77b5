// SPDX-License-Identifier: GPL-2.0-or-later
// unlisted_titles.h - Titles that no list has, learned from the article.
//
//   Taoiseach Ann Lee spoke. … Ann Lee left. … Taoiseach Bo Chu will …
//
// A capitalised word before a full name that the article has without it too is a title, there and
// before other full names.
#pragma once

#include "indexer/names/name_drafts.h"
#include "indexer/names/name_text.h"

#include <vector>

namespace indexer {

/// Takes such titles off the drafts of people.
void drop_unlisted_titles(const NameText& text, const KnownWords& words,
                          std::vector<NameDraft>& drafts);

}  // namespace indexer
