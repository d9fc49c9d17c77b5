// SPDX-License-Identifier: GPL-2.0-or-later
// story_lines.h - Where in the text of a whole page its story stands.
//
// A saved page begins with its menus and ends with its small print:
//
//   Home / News / Sport / Log in / ... / Ferry saved / By Ann Lee / The ferry was saved ... / ...
//   Most read / Budget passed / ... / We use cookies to ... / Imprint
//
// The story is where long sentences stand together. What lies far from it is furniture, on pages
// that have much of it; a text that is nothing but a story has no outskirts.
#pragma once

#include "indexer/extract/text_lines.h"

#include <vector>

namespace indexer {

/// Settles what lies around the story as furniture. Lines settled before are left alone and do not
/// count.
void part_outskirts(std::vector<TextLine>& lines);

}  // namespace indexer
