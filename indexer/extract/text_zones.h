// SPDX-License-Identifier: GPL-2.0-or-later
// text_zones.h - Says of every line of a plain text what it is.
//
// An ordered list of rules; the first that knows a line settles it, and what no rule knows is body.
// The rules see the line, its neighbours and how much body came before: "Comments" below the body
// is page furniture, the same word in a headline is not.
#pragma once

#include "archive/model/article.h"
#include "indexer/extract/text_lines.h"

#include <vector>

namespace indexer {

/// Settles the kind of every line and fills what the lines say of the article: headline,
/// standfirst, byline, section, agency of a credit, days. A date glued to the first line becomes a
/// line of its own.
void settle_lines(TextLines& text, archive::Article& article);

}  // namespace indexer
