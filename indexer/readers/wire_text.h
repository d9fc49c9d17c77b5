// SPDX-License-Identifier: GPL-2.0-or-later
// wire_text.h - The text of teleprinters and their heirs: lines of 60 to 80 letters, paragraphs
// that begin with an indent.
#pragma once

#include "archive/model/article.h"

#include <string>
#include <string_view>

namespace indexer {

/// Each paragraph on a line, parted by blank lines. A paragraph begins after a blank line and with
/// an indented line; a line with gaps of three blanks is a row of a table and stays as it is.
std::string wire_paragraphs(std::string_view text);

/// For a draft made from the text of a message that states its headline or not: what rules for
/// pages took for furniture is body, for there is no page around it and tables look like lists of
/// headlines; and so is a headline inside the text where one is stated.
void settle_wire_zones(archive::Article& article, bool headline_stated);

/// Takes the last line off `text` when it is the agency's closing "Reuter", "REUTER" or the like,
/// and gives it back; empty when there is none.
std::string take_closing(std::string& text);

}  // namespace indexer
