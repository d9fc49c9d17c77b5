// SPDX-License-Identifier: GPL-2.0-or-later
// running_lines.h - Text whose lines are those of print: a sentence runs over many of them.
//
// Pages of old newspapers, read by a machine or typed line for line, come as
//
//   The savings of some school
//   children were lost when the bank
//   stopped. He inquired of
//
// without a blank line anywhere. Such a line is no paragraph: a phrase goes on in the next one, and
// that three pages have "of the" as a line makes it no button of a website.
#pragma once

#include "indexer/extract/text_lines.h"

#include <vector>

namespace indexer {

/// Whether sentences run over the lines: among twenty pairs of neighbours or more, three in ten go
/// on in small letters what the line above left open; two in ten where the lines are no mere
/// entries of a menu.
bool are_running(const std::vector<TextLine>& lines);

/// Joins running lines to paragraphs. A paragraph ends where a line ends like a sentence and the
/// next begins with no small letter, and between capitals and text; words that were cut are whole.
void join_running(std::vector<TextLine>& lines);

}  // namespace indexer
