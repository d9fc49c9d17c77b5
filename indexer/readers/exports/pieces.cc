// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/pieces.h"

#include "archive/base/text.h"

#include <algorithm>

namespace indexer {

namespace {

constexpr std::size_t longest_mark = 4U << 10;

}  // namespace

std::optional<Pieces::Piece> Pieces::next() {
    if (!begun_) {
        begun_ = true;
        ahead_.pass_byte_order_mark();
        if (ahead_.rest().empty()) ahead_.more();
        // The first document may begin with the first byte.
        if (next_start_(ahead_.rest(), 0, ahead_.ended()) == 0) scanned_ = 1;
    }
    Piece piece;
    for (;;) {
        const auto text = ahead_.rest();
        const std::size_t start = scanned_ > text.size()
                                      ? std::string_view::npos
                                      : next_start_(text, scanned_, ahead_.ended());
        if (start != std::string_view::npos || ahead_.ended()) {
            piece.text = text.substr(0, start);
            ahead_.pass(piece.text.size());
            scanned_ = 1;
            if (piece.text.empty() && !piece.too_long) {
                if (text.empty() && ahead_.ended()) return std::nullopt;
                continue;
            }
            break;
        }
        if (text.size() > longest_mark) scanned_ = std::max(scanned_, text.size() - longest_mark);
        if (text.size() > longest_ && scanned_ > 1) {  // goes on, but is kept no longer
            piece.too_long = true;
            // A start is looked for with the character before it.
            ahead_.pass(scanned_ - 1);
            scanned_ = 1;
        }
        ahead_.more();
    }
    if (piece.text.size() > longest_) piece.too_long = true;
    if (piece.too_long) piece.text = {};
    return piece;
}

std::optional<PieceLine> whole_line(std::string_view text, std::size_t from, bool ended) {
    if (from > 0 && from <= text.size() && text[from - 1] != '\n') {
        const auto end = text.find('\n', from);
        if (end == std::string_view::npos) return std::nullopt;
        from = end + 1;
    }
    if (from >= text.size()) return std::nullopt;
    const auto end = text.find('\n', from);
    if (end == std::string_view::npos && !ended) return std::nullopt;
    const std::size_t last = end == std::string_view::npos ? text.size() : end + 1;
    return PieceLine{archive::trimmed(text.substr(from, last - from)), from, last};
}

}  // namespace indexer
