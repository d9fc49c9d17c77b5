// SPDX-License-Identifier: GPL-2.0-or-later
// indexed_text.h - The text of an article in the order, weight and positions in which it is
// indexed.
//
// One rule for those who write the index and those who find their way back from a position to the
// text, to mark it. Header lines are no text: section and day are fields. Page furniture has a
// place in the order but no weight.
#pragma once

#include "archive/model/article.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace archive {

/// What a token of the forward store is (tokens.h says how positions follow from them).
enum class TokenKind : std::uint8_t {
    word,       ///< a plain word; takes one position
    joined,     ///< "selfdefence" after self and defence; a pair of Chinese characters
    paragraph,  ///< between two paragraphs of a zone that both have words
    zone,       ///< begins every zone that is indexed, also one without words
};

/// A stretch of an article that is indexed under one zone kind.
struct IndexedZone {
    ZoneKind kind = ZoneKind::body;
    std::string_view text;    ///< of the article's zone, title or standfirst; paragraphs by '\n'
    std::uint8_t weight = 1;  ///< wdf of its words: headline 5, another title 2, standfirst 3,
                              ///< furniture 0, all others 1
    int zone = -1;            ///< index into Article::zones; -1 for a title or standfirst that is
                              ///< in no zone
    bool cut = false;         ///< limits::indexed_bytes ended it, or left out zones after it
};

/// The zones in the order of the zone tokens: a title that no headline zone holds (unless it is
/// words of the lead or the standfirst), a standfirst that no zone holds, then the zones of the
/// article but header. Together at most limits::indexed_bytes: the last is cut, the others are left
/// out. Borrows from `article`.
std::vector<IndexedZone> indexed_zones(const Article& article);

/// A token with the place it has in the article.
struct PlacedToken {
    TokenKind kind = TokenKind::word;
    std::size_t zone = 0;        ///< index into indexed_zones()
    std::string_view text;       ///< of words and joined words; valid during the call
    std::uint32_t position = 0;  ///< of a joined word, that of the first word it covers
    std::uint8_t span = 1;
    bool capitals = false;    ///< written in capitals or with dots
    std::uint32_t begin = 0;  ///< bytes in the text of the zone
    std::uint32_t end = 0;
};

/// Hands over the tokens of `zones` in the order and with the positions that TokenWalk gives them.
void for_each_token(const std::vector<IndexedZone>& zones,
                    const std::function<void(const PlacedToken&)>& sink);

/// Hands over the words of a part of a zone's text, within a paragraph and from blank to blank,
/// with positions from `position` on, which is moved behind them. `number` is the zone's.
void for_each_token_in(const IndexedZone& zone, std::size_t number, std::size_t begin,
                       std::size_t end, std::uint32_t& position,
                       const std::function<void(const PlacedToken&)>& sink);

}  // namespace archive
