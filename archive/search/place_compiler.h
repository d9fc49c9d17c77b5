// SPDX-License-Identifier: GPL-2.0-or-later
// place_compiler.h - Turns the forms that ask where words stand into a pattern of places.
//
//     crime NEAR/5 @person     near {words "crime", name person} 5
//     "ferry quay wall"~8      together {words "ferry", words "quay", words "wall"} 8
//     atleast3:ferry           words "ferry", three times
//     said:(ferry quay)        same {words "ferry", words "quay"}, in a quotation
//     said:(ferry -quay)       without {words "ferry", words "quay"}, in a quotation
#pragma once

#include "archive/search/pattern_words.h"
#include "archive/search/place_pattern.h"
#include "archive/search/query.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace archive {

/// The pattern of a leaf: a word or a phrase.
using LeafPattern = std::function<WordPattern(const TypedWords& leaf)>;

/// The pattern of a NearQuery, an AtLeastQuery, a PhraseQuery with a distance, names of a type, or
/// a SaidQuery, of which the caller knows the speakers.
/// Nothing when a leaf that is needed has no word at all: no article matches.
std::optional<PlacePattern> place_pattern_of(const Query& query, const LeafPattern& leaf_pattern);

/// The words of a phrase with a distance, each as a phrase of its own: "a self-defence b" are
/// three.
std::vector<PhraseQuery> words_apart(const PhraseQuery& phrase);

}  // namespace archive
