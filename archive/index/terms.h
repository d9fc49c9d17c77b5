// SPDX-License-Identifier: GPL-2.0-or-later
// terms.h - Cuts text into the words that are indexed and searched.
//
// One cutter for articles and queries. It applies the one normaliser: NFKC; case folded; accents
// folded for Latin, Greek and Cyrillic; quotes, apostrophes and dashes unified; soft hyphens and
// zero-width characters left out; possessive 's off; digit groups joined ("10,000" is "10000");
// dotted capitals joined ("U.S." is "us", in capitals; "J.P.Morgan" is jp and morgan); hyphenated
// words are parts and, over their span, joined ("self-defence" is self, defence and selfdefence
// over both); CJK by n-grams (single characters and pairs), Thai, Lao and Khmer by ICU's word
// breaks. Every word keeps the bytes it came from, so that marks fall on the original text.
// Changing any of it is another index: raise schema::version.
#pragma once

#include "archive/index/stemmer.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace archive {

/// One word of a text.
struct Word {
    std::string_view
        text;  ///< folded, at most limits::term_bytes; valid during the call that hands it over
    std::uint32_t begin = 0;  ///< its bytes in the original text
    std::uint32_t end = 0;
    std::uint32_t position =
        0;  ///< counts words from 0 within the text; a joined word has that of its first part
    std::uint8_t span =
        1;  ///< positions it covers: 1, or more for a joined word, which comes after its last part
    bool capitals = false;  ///< written in two or more capitals, or with dots: "US", "U.S.", "NATO"
};

/// Borrows whatever can be called with a Word, for the length of one call. Costs an indirect call a
/// word and never allocates.
class WordSink {
public:
    template <typename Callable>
    requires(!std::is_same_v<std::remove_cvref_t<Callable>, WordSink>)
        WordSink(Callable&& callable)  // NOLINT: converts on purpose
        : object_(const_cast<void*>(static_cast<const void*>(std::addressof(callable)))),
          call_([](void* object, const Word& word) {
              (*static_cast<std::remove_reference_t<Callable>*>(object))(word);
          }) {}

    void operator()(const Word& word) const { call_(object_, word); }

private:
    void* object_;
    void (*call_)(void*, const Word&);
};

/// Hands every word of `text` (UTF-8; malformed bytes part words) to `sink`, in order. A line break
/// in the text does not end a position run here: callers cut paragraphs apart. Thread-safe. About
/// 100 MB/s or more for ASCII text. Works on the first 4 GiB only.
void for_each_word(std::string_view text, WordSink sink);

/// The words of a text as values, for queries and tests.
struct OwnedWord {
    std::string text;
    std::uint32_t begin = 0, end = 0, position = 0;
    std::uint8_t span = 1;
    bool capitals = false;
};
std::vector<OwnedWord> words_of(std::string_view text);

}  // namespace archive
