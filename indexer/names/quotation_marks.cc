// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/quotation_marks.h"

namespace indexer {

std::vector<QuotedWords> quoted_words(const NameText& text) {
    const auto& tokens = text.tokens();
    const auto count = static_cast<std::uint32_t>(tokens.size());
    std::vector<QuotedWords> quotes;
    for (std::uint32_t at = 0; at < count; ++at) {
        if (tokens[at].sign != Sign::straight && tokens[at].sign != Sign::opening) continue;
        QuotedWords quote{at, at + 1, false};
        const auto paragraph = text.sentence_of(at).paragraph;
        while (quote.end < count && !quote.closed
               && text.sentence_of(quote.end).paragraph == paragraph) {
            const auto sign = tokens[quote.end].sign;
            quote.closed = sign == Sign::straight || sign == Sign::closing;
            ++quote.end;
        }
        quotes.push_back(quote);
        at = quote.end - 1;
    }
    return quotes;
}

}  // namespace indexer
