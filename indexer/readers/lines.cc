// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/lines.h"

#include "archive/base/text.h"

namespace indexer {

namespace {

constexpr std::size_t block_bytes = 128U << 10;

}  // namespace

bool Lines::fill() {
    if (ended_) return false;
    if (at_ > 0) {
        buffer_.erase(0, at_);
        scanned_ -= at_;
        at_ = 0;
    }
    const std::size_t filled = buffer_.size();
    buffer_.resize(filled + block_bytes);
    const std::size_t got = from_.read(buffer_.data() + filled, block_bytes);
    buffer_.resize(filled + got);
    ended_ = got == 0;
    return !ended_;
}

std::optional<Lines::Line> Lines::next() {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    Line line;
    for (;;) {
        const auto end = buffer_.find('\n', scanned_);
        const bool last = end == std::string::npos && ended_;
        if (end != std::string::npos || (last && (at_ < buffer_.size() || line.too_long))) {
            const std::size_t length = (last ? buffer_.size() : end) - at_;
            line.text = std::string_view(buffer_).substr(at_, length);
            at_ += length + (last ? 0 : 1);
            scanned_ = at_;
            break;
        }
        if (last) return std::nullopt;
        scanned_ = buffer_.size();
        if (scanned_ - at_ > longest_) {  // goes on, but is kept no longer
            line.too_long = true;
            at_ = scanned_;
        }
        fill();
    }
    line.number = ++number_;
    if (line.text.size() > longest_) line.too_long = true;
    if (line.too_long) line.text = {};
    if (line.number == 1 && line.text.starts_with(mark)) line.text.remove_prefix(mark.size());
    if (line.text.ends_with('\r')) line.text.remove_suffix(1);
    return line;
}

bool Lines::at_end() {
    do {
        const auto rest = std::string_view(buffer_).substr(at_);
        if (!archive::trimmed(rest).empty() || rest.size() > block_bytes) return false;
    } while (fill());
    return true;
}

}  // namespace indexer
