// SPDX-License-Identifier: GPL-2.0-or-later
// stem_terms.h - Terms that stand for all words of a stem.
//
// A plan says "Zelect" and means every article that has a word with this stem in its language. The
// index has postings of words only: they are read in its place, as one list.
#pragma once

#include "archive/search/matching.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// "ZS:elect" taken apart.
struct StemTerm {
    std::string_view prefix;  ///< of its words: "S:"
    std::string_view stem;
};

/// Nothing when the term has postings of its own.
std::optional<StemTerm> stem_term(std::string_view term);

/// The words of a stem in a segment, as terms.
struct StemForm {
    std::string term;
    Stemmings in;     ///< articles stemmed so have the stem when they have the word
    bool everywhere;  ///< all articles of the segment are
};
std::vector<StemForm> forms_of(const StemTerm& stem, const Segment& segment);

/// Whether an article, shown or not, has the term.
bool is_held(OpenPostings& postings, const std::string& term);

}  // namespace archive
