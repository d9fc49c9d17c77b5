// SPDX-License-Identifier: GPL-2.0-or-later
// term_postings.h - The postings of a term in a part of the index, whatever Xapian calls it.
//
// "S:ferry" has no postings of its own: they are those of "ferry" that say headline.
#pragma once

#include "archive/index/word_terms.h"

#include <xapian.h>

#include <string>

namespace archive {

/// Hands docid and count of each article that has the term to `sink`, in ascending order, until
/// that says false. In a place of the article a word counts as often as in its whole text, where it
/// stands at least as often.
template <typename Sink>
void for_each_posting(const Xapian::Database& part, const std::string& term, const Sink& sink) {
    const auto word = word_term(term);
    const auto stored = word ? std::string(word->word) : term;
    const WordPlaces place = word && word->place ? place_bit(*word->place) : WordPlaces{0};
    const auto end = part.postlist_end(stored);
    for (auto posting = part.postlist_begin(stored); posting != end; ++posting) {
        const auto wdf = posting.get_wdf();
        if (word && (wdf & place) != place) continue;
        if (!sink(*posting, word ? count_in(wdf) : wdf)) return;
    }
}

}  // namespace archive
