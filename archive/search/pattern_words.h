// SPDX-License-Identifier: GPL-2.0-or-later
// pattern_words.h - Makes a pattern of typed words, and of its edges the terms of a zone.
//
// Hyphens and British or American spellings are edges beside the words as typed: `self-defence` is
// self 0-1, defence or defense 1-2, selfdefence or selfdefense 0-2. Wildcards and fuzzy words
// become the forms that the archive holds, edge by edge, so that phrases, zones, distances and
// marks know nothing of them.
#pragma once

#include "archive/search/vocabulary.h"
#include "archive/search/word_pattern.h"

#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// What the terms of a zone begin with; empty for words of the text.
struct ZonePrefixes {
    std::string_view word, stem;
};

/// The body has no terms of its own: those of the text are looked for, and the zone is checked.
ZonePrefixes prefixes_of(Where where);

/// Words as somebody looks for them.
struct TypedWords {
    std::string text;
    Form form = Form::quoted;
    Where where = Where::text;
    bool open = false;       ///< '*' and '?' leave letters open
    std::uint8_t edits = 0;  ///< slips that each word may have

    /// Whether forms are looked up.
    bool looked_up() const { return open || edits > 0; }
};
TypedWords typed_words(const WordQuery& word);
TypedWords typed_words(const PatternQuery& pattern);
TypedWords typed_words(const FuzzyQuery& fuzzy);
TypedWords typed_words(const PhraseQuery& phrase);  ///< whatever its distance

/// What typed words are read by.
struct Wording {
    const std::vector<std::string>& languages;  ///< of the archive, most articles first
    Vocabulary* vocabulary = nullptr;           ///< without one no forms are looked up
    bool furniture_too = false;                 ///< forms of words in the text may be of furniture
};

/// The pattern of typed words: an edge a word, then those of words in one or in two. Stems are
/// looked for where the form is stemmed and an edge covers all. Without edges when there is no word
/// in the text; edges without a form that the archive holds are left out.
WordPattern pattern_of(const TypedWords& typed, const Wording& wording);

/// The pattern of words as they are written, anywhere in the text but furniture.
WordPattern phrase_pattern(std::string_view text);

/// The terms any of which takes the edge.
std::vector<std::string> terms_of(const PatternEdge& edge, const ZonePrefixes& prefixes);

/// Words in a row, each an edge of a pattern.
using Way = std::vector<const PatternEdge*>;

/// All ways from 0 to the end of a pattern, edge by edge; that of single words comes first. Only
/// the first sixteen of a phrase with many hyphens.
std::vector<Way> ways_through(const WordPattern& pattern);

}  // namespace archive
