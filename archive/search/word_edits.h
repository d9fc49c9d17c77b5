// SPDX-License-Identifier: GPL-2.0-or-later
// word_edits.h - How one paragraph became another: stretches of text both have, or only one has.
//
//     The boats |may |are entitled to |sail under their own escort| while the pilots stay ashore|.
//               left  right                                        left
//
// Edits are whole words with the blanks and marks that belong to them. The texts of all but the
// right's edits make the left paragraph, byte for byte; those of all but the left's make the right
// one, but for its blanks and for what is house style (compared_words.h), which stay as the left
// writes them. Edits fewer than three words apart are one phrase: first the left's, then the
// right's.
#pragma once

#include "archive/search/compared_text.h"
#include "archive/search/word_changes.h"

#include <string>
#include <vector>

namespace archive {

/// Who has a text.
enum class Side : std::uint8_t { both, left, right };

/// A stretch of a paragraph. The text is never empty.
struct Edit {
    Side side = Side::both;
    std::string text;

    friend bool operator==(const Edit&, const Edit&) = default;
};

/// The edits of two stretches of words that both have words and lie inside a paragraph each; a
/// single one, Side::both, when nothing changed.
std::vector<Edit> word_edits(const ComparedText& left, const ComparedText& right,
                             const WordSpans& aligned, DiffBudget& budget);

}  // namespace archive
