// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/pieces.h"

#include "archive/base/text.h"

#include <algorithm>

namespace indexer {

namespace {

constexpr std::size_t block_bytes = 128U << 10;
constexpr std::size_t longest_mark = 4U << 10;

}  // namespace

bool Pieces::fill() {
    if (ended_) return false;
    buffer_.erase(0, at_);
    scanned_ -= at_;
    at_ = 0;
    const std::size_t filled = buffer_.size();
    buffer_.resize(filled + block_bytes);
    const std::size_t got = from_.read(buffer_.data() + filled, block_bytes);
    buffer_.resize(filled + got);
    ended_ = got == 0;
    return !ended_;
}

std::optional<Pieces::Piece> Pieces::next() {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    if (!begun_) {
        begun_ = true;
        fill();
        if (std::string_view(buffer_).starts_with(mark)) at_ = mark.size();
        // The first document may begin with the first byte.
        scanned_ = at_;
        if (next_start_(buffer_, at_, ended_) == at_) scanned_ = at_ + 1;
    }
    Piece piece;
    for (;;) {
        const std::string_view text = buffer_;
        const std::size_t start =
            scanned_ > text.size() ? std::string_view::npos : next_start_(text, scanned_, ended_);
        if (start != std::string_view::npos || ended_) {
            const std::size_t end = std::min(start, text.size());
            piece.text = text.substr(at_, end - at_);
            at_ = end;
            scanned_ = end + 1;
            if (piece.text.empty() && !piece.too_long) {
                if (end == text.size() && ended_) return std::nullopt;
                continue;
            }
            break;
        }
        if (text.size() > longest_mark) scanned_ = std::max(scanned_, text.size() - longest_mark);
        if (text.size() - at_ > longest_) {  // goes on, but is kept no longer
            piece.too_long = true;
            at_ =
                std::max(at_, std::min(scanned_, text.size()) - std::min<std::size_t>(scanned_, 1));
        }
        fill();
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
