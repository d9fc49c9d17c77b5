// SPDX-License-Identifier: GPL-2.0-or-later
// capital_names.h - Proper names by their capitals, in texts whose names nobody has tagged.
//
//     When Ottoline Brask met the Bank of the Islands in Varnholm, Port Ellery shut. On Friday ...
//          --------------         -------------------    --------  -----------
//
// A guess: runs of words with a capital that are more than the beginning of a sentence. The first
// word of a sentence counts when it stands in the run of a name and is nowhere written small.
// German writes every noun with a capital, so a name there is two such words, or an acronym.
// Scripts without capitals have no names of this kind.
#pragma once

#include "archive/search/cased_words.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace archive {

/// A stretch of words that looks like a name.
struct CapitalName {
    std::size_t first = 0;  ///< word
    std::size_t count = 0;
    bool doubtful = false;  ///< its first word may be no more than the first of a sentence
};

/// The names of `text` in order of appearance, repeated ones too. What is written small in
/// `other`, the text it is compared with, is no name either. `language` is that of `text`.
std::vector<CapitalName> capital_names(const CasedWords& text, const CasedWords& other,
                                       std::string_view language);

}  // namespace archive
