// SPDX-License-Identifier: GPL-2.0-or-later
// tag_words.h - Labels words that come cut already: what evaluations of the name tagger call.
//
//   Angela    ->   Angela  B-PER
//   Merkel         Merkel  I-PER
//   spoke          spoke   O
//
// One token a line, an empty line behind each sentence, a line that begins with -DOCSTART- before
// each article. What stands behind a tab is not read. Tokens may be any bytes.
#pragma once

#include "indexer/names/name_tagger.h"

#include <iosfwd>

namespace indexer {

/// Reads tokens until the end and writes a line for each line, article by article: the token, a tab
/// and O, or B- or I- with PER, ORG, LOC. Memory grows with the longest article. Throws Failure
/// io_failed.
void tag_words(const NameTagger& tagger, std::istream& input, std::ostream& output);

}  // namespace indexer
