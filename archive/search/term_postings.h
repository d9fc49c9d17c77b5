// SPDX-License-Identifier: GPL-2.0-or-later
// term_postings.h - The postings of a term in a segment, wherever they are.
//
//   S:ferry        those of "ferry" that say headline
//   XHAS:author    the articles whose bit is set in the column `has`
//   Qb3k7q2m9x4t1c8va    the article of this id, by the order of the ids
//
// All others are Xapian's.
#pragma once

#include "archive/index/presence.h"
#include "archive/index/segment.h"
#include "archive/index/word_terms.h"

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>

namespace archive {

/// A term that columns answer, taken apart.
struct ColumnTerm {
    std::string_view prefix;  ///< schema::prefix::id or schema::prefix::presence
    std::string_view value;
};

/// Nothing when the term is none.
constexpr std::optional<ColumnTerm> column_term(std::string_view term) {
    for (const auto prefix : {schema::prefix::id, schema::prefix::presence}) {
        if (term.starts_with(prefix)) return ColumnTerm{prefix, term.substr(prefix.size())};
    }
    return std::nullopt;
}

template <typename Sink>
void for_each_posting(const Segment& segment, const ColumnTerm& term, const Sink& sink) {
    if (term.prefix == schema::prefix::id) {
        if (const auto docid = segment.find(term.value)) sink(*docid, 1);
        return;
    }
    const auto bit = presence_bit(term.value);
    const auto has = segment.has.values();
    for (Docid docid = 1; docid < has.size(); ++docid) {
        if ((has[docid] & bit) != 0 && !sink(docid, 1)) return;
    }
}

/// Hands docid and count of each article that has the term to `sink`, in ascending order, until
/// that says false. In a place of the article a word counts as often as in its whole text, where it
/// stands at least as often. `part` are the postings of the segment.
template <typename Sink>
void for_each_posting(const Segment& segment, const Xapian::Database& part, const std::string& term,
                      const Sink& sink) {
    if (const auto column = column_term(term)) return for_each_posting(segment, *column, sink);
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
