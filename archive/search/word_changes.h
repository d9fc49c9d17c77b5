// SPDX-License-Identifier: GPL-2.0-or-later
// word_changes.h - What differs between two stretches of words: where one lacks what the other has.
//
//     He came. The man [came. The man ]went.      a diff that knows no sentences
//     He came. [The man came. ]The man went.      a change of one side settles on a sentence
#pragma once

#include "archive/search/compared_text.h"
#include "archive/search/word_diff.h"

#include <cstdint>
#include <vector>

namespace archive {

/// Words of the left, [left, left_end), beside words of the right; one side may be empty.
struct WordSpans {
    std::uint32_t left = 0;
    std::uint32_t left_end = 0;
    std::uint32_t right = 0;
    std::uint32_t right_end = 0;

    bool only_left() const { return right == right_end; }
    bool only_right() const { return left == left_end; }
    friend bool operator==(const WordSpans&, const WordSpans&) = default;
};

/// The changes inside `spans`, ascending; what lies between them is the same on both sides. Where a
/// change of one side could begin at several places it begins with a paragraph, a sentence, or
/// behind a mark, the best there is.
std::vector<WordSpans> word_changes(const ComparedText& left, const ComparedText& right,
                                    const WordSpans& spans, DiffBudget& budget);

}  // namespace archive
