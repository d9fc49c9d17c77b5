// SPDX-License-Identifier: GPL-2.0-or-later
// comparison.h - Two articles read side by side: what both say, what only one says.
//
// Any two articles can be compared; what of them is compared says compared_text.h, what counts as
// the same word compared_words.h, how paragraphs find each other paragraph_alignment.h.
#pragma once

#include "archive/model/article.h"
#include "archive/search/one_sided_facts.h"
#include "archive/search/word_edits.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// What became of a paragraph.
enum class ParagraphFate : std::uint8_t { same, left, right, changed };

/// "same", "left", "right", "changed".
std::string_view name(ParagraphFate fate);

/// A paragraph of one side or of both.
struct PairedParagraph {
    ParagraphFate fate = ParagraphFate::same;
    std::string text;         ///< as the left writes it where both have it; empty when changed
    std::vector<Edit> edits;  ///< when changed

    friend bool operator==(const PairedParagraph&, const PairedParagraph&) = default;
};

struct Comparison {
    std::vector<PairedParagraph> paragraphs;  ///< in reading order
    OneSidedFacts names;
    OneSidedFacts figures;
    bool cut = false;  ///< a text is longer than limits::compared_bytes: its end is left out
};

/// Pure: depends on nothing but the two articles.
Comparison compare(const Article& left, const Article& right);

}  // namespace archive
