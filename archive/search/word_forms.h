// SPDX-License-Identifier: GPL-2.0-or-later
// word_forms.h - The other forms a typed word may have in the articles.
//
// Articles are stemmed by their own language, so a word is stemmed by every language of the
// archive: in an English and German archive "elections" looks for the stems of both. British and
// American spellings meet by a table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// The word and its other spellings, folded: "defence" and "defense". The word itself comes first.
std::vector<std::string> spellings_of(std::string_view word);

/// The stems of a folded word and its other spellings in each of these languages, each once.
std::vector<std::string> stems_of(std::string_view word, const std::vector<std::string>& languages);

/// Whether the folded word, written in capitals, would be mistaken for an everyday word: "us",
/// "who", "it", but not "nato". Such capitals are looked for as capitals.
bool everyday_when_lower(std::string_view word);

}  // namespace archive
