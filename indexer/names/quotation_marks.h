// SPDX-License-Identifier: GPL-2.0-or-later
// quotation_marks.h - Which words of an article stand in quotation marks.
//
// A quotation begins with an opening or typed mark and ends with the next closing or typed one of
// its paragraph. One that is not closed there ends with the paragraph: so it is done when the next
// paragraph goes on with it. Where an article has more single marks than double ones, as British
// papers print them, these count too, but only in pairs within a paragraph: the other apostrophes
// of English open and close nothing. Elsewhere they are titles within headlines.
#pragma once

#include "indexer/names/name_text.h"

#include <cstdint>
#include <vector>

namespace indexer {

struct QuotedWords {
    std::uint32_t begin = 0;  ///< token of the opening mark
    std::uint32_t end = 0;    ///< exclusive: behind the closing mark, or where the paragraph ends
    bool closed = false;
};

/// The quotations of an article in order, none within another.
std::vector<QuotedWords> quoted_words(const NameText& text);

}  // namespace indexer
