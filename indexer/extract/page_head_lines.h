// SPDX-License-Identifier: GPL-2.0-or-later
// page_head_lines.h - Headline, byline and day of pages that mark none of them.
//
// Pages of the first years of the web have no headings and no metadata: a large font, a bold line,
// "By Ann Lee<br>Staff writer" and then the story, or all of it as an agency typed it, in <pre>.
// Their first lines are read as those of a plain text.
#pragma once

#include "archive/model/article.h"
#include "indexer/extract/html_metadata.h"

namespace indexer {

/// Gives the lines in front of the first long paragraph of the body zones of their own, and takes
/// headline and byline from them. For pages without a heading of their own; one whose head states
/// a headline (JSON-LD, og:title) keeps it.
void part_head_lines(const PageMetadata& metadata, archive::Article& article);

}  // namespace indexer
