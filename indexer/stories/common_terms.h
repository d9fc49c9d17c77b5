// SPDX-License-Identifier: GPL-2.0-or-later
// common_terms.h - Names and words that stand in the news of any day, whatever happened.
//
// How rare a word is, an archive of millions of articles knows by itself; one of five does not. So
// what is common everywhere is known beforehand: countries, their people and the large cities, in
// the names that ICU has for them, and some hundred words that reporters need daily.
#pragma once

#include <string_view>

namespace indexer {

/// Whether a word, in small letters, says little of what happened: "russian", "paris", "minister",
/// "ministre", "company". English, German, French, Spanish, Italian and Portuguese. Thread-safe.
bool is_common_term(std::string_view word);

}  // namespace indexer
