// SPDX-License-Identifier: GPL-2.0-or-later
// quote_positions.h - Which words of an article stand inside a quotation, by their positions.
//
// The quotations of an article are bytes of its zones; phrases and `said:` are settled by the
// positions of the forward store. Both come together while the tokens are cut.
#pragma once

#include "archive/index/indexed_text.h"
#include "archive/model/article.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace archive {

/// The positions of a quotation's words.
struct PositionSpan {
    std::uint32_t first = 0;
    std::uint32_t last = 0;  ///< exclusive; equal to first when no word of it is indexed

    bool empty() const { return first == last; }
    bool holds(std::uint32_t position) const { return position >= first && position < last; }
    friend bool operator==(const PositionSpan&, const PositionSpan&) = default;
};

/// Takes the tokens of an article in order. Borrows the article.
class QuotePositions {
public:
    explicit QuotePositions(const Article& article);

    /// Whether the word lies in a quotation. `zone` is the article's zone that holds it, or -1.
    bool meets(const PlacedToken& token, int zone);

    /// By the numbers of Article::quotes, once all tokens were met.
    const std::vector<PositionSpan>& spans() const { return spans_; }

private:
    const std::vector<Quote>& quotes_;
    std::vector<PositionSpan> spans_;
    std::size_t at_ = 0;  ///< first quotation that may hold a later word
};

}  // namespace archive
