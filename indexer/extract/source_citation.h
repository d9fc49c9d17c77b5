// SPDX-License-Identifier: GPL-2.0-or-later
// source_citation.h - Where an article stood, as the databases of Gale and EBSCO say it in one
// line.
//
//   Source: Daily Gull. (Jan. 11, 2010): News: p4.
//   Source: Daily Gull. 1/11/2010, Vol. 155 Issue 12, p4. 2p.
//   Title: Ferry saved. By: Lee, Ann, Daily Gull, 00289604, 1/11/2010, Vol. 155, Issue 12
//
// The day is known by what stands around it: brackets and a colon, or volume, issue and page behind
// it. EBSCO writes the month first.
#pragma once

#include "archive/model/article.h"
#include "archive/model/date.h"

#include <optional>
#include <string>
#include <string_view>

namespace indexer {

struct SourceCitation {
    std::string source;   ///< never empty
    std::string section;  ///< empty where none is named
    archive::Date date;   ///< stated, of basis text_header
};

/// Reads what stands behind the label "Source"; nothing for any other text.
std::optional<SourceCitation> source_citation(std::string_view text);

/// What stands behind the label "Title".
struct CitedTitle {
    std::string title;
    std::string byline;  ///< "Ann Lee", or as it was written; empty where nobody is named
    SourceCitation where;
};

/// Nothing for a title alone.
std::optional<CitedTitle> cited_title(std::string_view text);

/// Fills what the article has not yet.
void take_citation(const SourceCitation& citation, archive::Article& article);

/// The value of the label "Title" as the article's title, with what else it says.
void take_title(const std::string& value, archive::Article& article);

}  // namespace indexer
