// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/word_forms.h"

#include "archive/index/spelling.h"
#include "archive/index/stemmer.h"

#include <algorithm>
#include <array>

namespace archive {

namespace {

/// Everyday words of at most five letters that are also written in capitals as names, sorted:
/// the United States, the World Health Organization, information technology, the disease, the arms
/// treaty, the agency for customs, states of the union by their codes.
constexpr auto everyday = std::to_array<std::string_view>(
    {"a",     "act",  "add",  "age",  "aid",  "aids", "aim",  "al",  "all",  "am",   "an",   "and",
     "any",   "apt",  "arc",  "are",  "arm",  "as",   "at",   "bat", "be",   "best", "but",  "by",
     "can",   "cap",  "car",  "care", "cat",  "chip", "co",   "cop", "cops", "dare", "de",   "den",
     "des",   "die",  "do",   "du",   "ear",  "eat",  "en",   "era", "es",   "fast", "fat",  "for",
     "gas",   "go",   "had",  "has",  "he",   "help", "her",  "hi",  "him",  "his",  "how",  "i",
     "ice",   "id",   "if",   "im",   "in",   "is",   "it",   "its", "la",   "le",   "les",  "let",
     "lot",   "mad",  "mail", "man",  "map",  "mass", "may",  "me",  "mine", "mob",  "most", "my",
     "nice",  "no",   "not",  "now",  "odd",  "of",   "off",  "oh",  "ok",   "on",   "open", "or",
     "our",   "out",  "pa",   "pan",  "par",  "past", "pen",  "pin", "pit",  "pop",  "post", "ram",
     "rap",   "rest", "safe", "sale", "salt", "save", "seal", "set", "she",  "so",   "spa",  "star",
     "start", "step", "sum",  "tan",  "tap",  "tea",  "that", "the", "them", "then", "they", "this",
     "tip",   "to",   "too",  "top",  "up",   "us",   "wall", "war", "was",  "wave", "we",   "were",
     "wet",   "what", "when", "who",  "why",  "will", "with", "you"});
static_assert(std::is_sorted(everyday.begin(), everyday.end()));

void add_once(std::vector<std::string>& list, std::string_view text) {
    if (std::find(list.begin(), list.end(), text) == list.end()) list.emplace_back(text);
}

}  // namespace

std::vector<std::string> spellings_of(std::string_view word) {
    std::vector<std::string> spellings{std::string(word)};
    for (const auto& other : SpellingTable::shipped().variants(word)) add_once(spellings, other);
    return spellings;
}

std::vector<std::string> stems_of(std::string_view word,
                                  const std::vector<std::string>& languages) {
    std::vector<std::string> stems;
    for (const auto& spelling : spellings_of(word)) {
        for (const auto& language : languages) add_once(stems, stem_in(language, spelling));
    }
    return stems;
}

bool everyday_when_lower(std::string_view word) {
    return std::binary_search(everyday.begin(), everyday.end(), word);
}

}  // namespace archive
