// SPDX-License-Identifier: GPL-2.0-or-later
// nexis_lines.h - What single lines of Nexis exports are, whatever stands around them.
//
// Labels, counts and ends are those of English, German and French pages.
#pragma once

#include "indexer/readers/exports/export_labels.h"

#include <optional>
#include <string_view>

namespace indexer::nexis {

/// "BYLINE: Ann Lee", "Length: 355 words"; nothing for a line without a known label.
std::optional<LabelledLine> labelled(std::string_view line);

/// The same where labels are in capitals, as in the older layout: "Section: ..." in a story is text
/// there.
std::optional<LabelledLine> labelled_in_capitals(std::string_view line);

/// Whether a label stands below the text, so that what follows it is no text either.
bool closes_text(std::string_view label);

/// "3 of 10 DOCUMENTS", "Dokument 3 von 10", "Document 3 de 10", "3 de 10 DOCUMENTS"
bool is_count(std::string_view line);

/// "Page 1 of 3", which the pages of a printed export carry.
bool is_page_number(std::string_view line);

/// "End of Document"
bool is_end(std::string_view line);

/// "Body" on a line of its own.
bool opens_body(std::string_view line);

/// A line that says a day (or a month) and little else.
bool is_day(std::string_view line);

/// A line of the cover page of the newer layout, or one that web pages carry around.
bool is_cover_line(std::string_view line);

}  // namespace indexer::nexis
