// SPDX-License-Identifier: GPL-2.0-or-later
// query_compiler.h - Turns a query into a plan: what it asks of terms, forward store and columns.
//
// Words become the stems they have in the archive's languages; phrases become the AND of their
// words and a check in the forward store, which knows position and zone of each; filters become
// their folded terms; days and certainty become columns.
#pragma once

#include "archive/index/aliases.h"
#include "archive/search/plan.h"
#include "archive/search/query.h"
#include "archive/search/vocabulary.h"
#include "archive/search/word_pattern.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// A single word somebody looks for, and the terms any of which would be a hit.
struct WantedWord {
    std::string word;  ///< folded
    std::string typed;
    Span span;
    TermsPlan in_text;  ///< where it is found at all, whatever zone was asked for
};

struct CompiledQuery {
    PlanPointer plan;
    bool scored = false;  ///< words or names are looked for, so relevance means something

    /// The same with page furniture as text too, and the terms of furniture one of which an article
    /// must have to match only so. Empty when no word of the text is looked for.
    PlanPointer with_furniture;
    std::vector<std::string> furniture_terms;

    std::vector<std::shared_ptr<const WordPattern>> marks;    ///< of what is not excluded
    std::vector<std::shared_ptr<const PlacePattern>> places;  ///< the same, at a distance
    std::vector<std::string> name_keys;                       ///< names that are looked for
    std::vector<WantedWord> words;                            ///< words of the text not excluded
    std::vector<Warning> warnings;                            ///< of words with too many forms

    /// Whether anything is looked for that stands in the text.
    bool marks_something() const { return !marks.empty() || !places.empty() || !name_keys.empty(); }
};

/// `languages` are those of the archive, most articles first; `aliases` say what a name means;
/// `vocabulary` has the forms of wildcards and fuzzy words.
CompiledQuery compile(const Query& query, const std::vector<std::string>& languages,
                      const AliasTable& aliases, Vocabulary& vocabulary);

}  // namespace archive
