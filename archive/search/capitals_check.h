// SPDX-License-Identifier: GPL-2.0-or-later
// capitals_check.h - Whether words that must be in capitals are, where a pattern asks for them.
//
// The tokens of the forward store are folded: "US" and "us" are one word there. The terms of words
// in capitals tell how many of them an article has; where that is all that the tokens have, the
// tokens were right. Else only the stored text tells which stands near "trade" or in a quotation.
// It is read for articles that meet the pattern by their tokens.
#pragma once

#include "archive/index/segment.h"
#include "archive/search/place_pattern.h"

#include <memory>
#include <string>
#include <vector>

namespace archive {

/// Checks the articles of one segment, by rising docids. Belongs to one thread; the segment may not
/// go before it. Throws Failure index_damaged.
class CapitalsCheck {
public:
    CapitalsCheck(const Segment& segment, std::shared_ptr<const PlacePattern> pattern);

    /// Whether an article that meets the pattern by its tokens meets it in truth.
    bool holds(Docid docid);

private:
    /// A word that is looked for in capitals.
    struct Word {
        std::uint32_t number = 0;
        Xapian::PostingIterator capitals, end;  ///< the articles that have it so
    };
    Xapian::termcount capitals_of(Word& word, Docid docid) const;
    bool are_all_capitals(Word& word, Docid docid) const;
    bool holds_by_text(Docid docid) const;

    const Segment& segment_;
    std::shared_ptr<const PlacePattern> pattern_;
    Xapian::Database postings_;
    std::vector<Word> words_;
    bool counts_ = false;  ///< mentions of one word are asked for, and the terms have counted them
};

}  // namespace archive
