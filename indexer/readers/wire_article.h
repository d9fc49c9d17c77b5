// SPDX-License-Identifier: GPL-2.0-or-later
// wire_article.h - A wire message to an article.
//
// IPTC 7901: "eca062 4 i 211 ccccb   dpa 061" above a keyword; headline and byline up to a line
// that ends with "="; the time "131137 GMT Nov 13" below (day, hour, minute, month, year). ANPA
// 1312: priority, category and keyword in the header; each line of the head begins with "^" and
// ends with "<" or "="; paragraphs begin with a tab; "AP-WF-11-13-13 1509GMT" below (month first).
#pragma once

#include "archive/base/result.h"
#include "archive/model/article.h"
#include "indexer/readers/wire_message.h"

namespace indexer {

/// Fails with article_unreadable without a text part, article_empty without words in it,
/// article_too_large above the limit. A date without a year stays no date.
archive::Result<archive::Article> article_from_wire(const WireMessage& message);

}  // namespace indexer
