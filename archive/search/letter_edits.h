// SPDX-License-Identifier: GPL-2.0-or-later
// letter_edits.h - How many slips of the hand lie between two words.
//
// A slip is a letter that is wrong, missing or too many, or two neighbours that changed places:
// "varnihs" is one from "varnish". Each pair of neighbours changes places at most once (the optimal
// string alignment of L. Boytsov, ACM JEA 16, 2011).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// Compares one word with many. Not thread-safe.
class LetterEdits {
public:
    /// `most` slips are told apart, 1 to 2; what is further off is `most` + 1. `word` is UTF-8.
    LetterEdits(std::string_view word, std::size_t most);

    /// Slips from the word to `other`. Letters are code points.
    std::size_t to(std::string_view other);

private:
    std::u32string word_, other_;
    std::size_t most_;
    std::vector<std::size_t> row_, before_, earlier_;  ///< of the table, by letters of `other`
};

}  // namespace archive
