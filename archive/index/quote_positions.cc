// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/quote_positions.h"

namespace archive {

QuotePositions::QuotePositions(const Article& article)
    : quotes_(article.quotes), spans_(article.quotes.size()) {}

bool QuotePositions::meets(const PlacedToken& token, int zone) {
    if (zone < 0) return false;
    const auto number = static_cast<std::uint32_t>(zone);
    while (at_ < quotes_.size()
           && (quotes_[at_].zone < number
               || (quotes_[at_].zone == number && quotes_[at_].end <= token.begin)))
        ++at_;
    if (at_ == quotes_.size()) return false;
    const auto& quote = quotes_[at_];
    if (quote.zone != number || token.begin < quote.begin || token.end > quote.end) return false;
    auto& span = spans_[at_];
    if (span.empty()) span.first = token.position;
    span.last = token.position + token.span;
    return true;
}

}  // namespace archive
