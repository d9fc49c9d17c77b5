// SPDX-License-Identifier: GPL-2.0-or-later
// event_terms.h - The names and telling words of an article.
#pragma once

#include "archive/index/event_signature.h"
#include "archive/model/article.h"

namespace indexer {

/// From headline, standfirst and body, and the entities given with the article. Names are words
/// with a capital inside a sentence; other words count from seven letters on, in the headline from
/// five. Of scripts without blanks each two characters are a word, of scripts without capitals
/// there are no names but those given.
archive::EventSignature event_signature(const archive::Article& article);

}  // namespace indexer
