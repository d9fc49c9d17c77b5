// SPDX-License-Identifier: GPL-2.0-or-later
// quoted_words.h - Whether a quotation holds words, where it does not matter in which places.
//
// `said:(ferry -quay)` asks for no order and no distance: a bit for each word that was met tells as
// much as its places, and common words have many.
#pragma once

#include "archive/search/place_pattern.h"

#include <cstdint>

namespace archive {

/// Leaves of a pattern, a bit each by their numbers.
using LeafBits = std::uint64_t;

/// Whether the pattern looks for single words in quotations, at most 64 nodes of them, joined by
/// AND, OR and NOT.
bool asks_for_words_only(const PlacePattern& pattern);

/// Whether a quotation that holds these leaves meets such a pattern.
bool is_met_by(const PlacePattern& pattern, LeafBits leaves);

}  // namespace archive
