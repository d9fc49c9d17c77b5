// SPDX-License-Identifier: GPL-2.0-or-later
// quotations.h - Who says what stands in quotation marks.
//
//   "The pier will be rebuilt," Lee said, according to Coastline.     Lee, via Coastline
//   Lee met Bo Chu and said "the pier will be rebuilt".               Lee, not Chu
//   "It was time," he added.                                          whom the sentence before is
//                                                                     about
//
// A speaker is looked for where the quotation's own sentence says who spoke: the subject of a verb
// of saying behind it, or before it, or who comes after "according to". A person counts more than
// an agency, which then passed the words on. Only direct quotations; only English verbs.
#pragma once

#include "archive/model/article.h"
#include "archive/model/quote.h"
#include "indexer/names/name_linker.h"
#include "indexer/names/name_text.h"

#include <vector>

namespace indexer {

/// The quotations of three words or more, in order, with speakers as name keys. Takes time that
/// grows with the article's length alone.
std::vector<archive::Quote> find_quotations(const NameText& text, const LinkedNames& linked);

}  // namespace indexer
