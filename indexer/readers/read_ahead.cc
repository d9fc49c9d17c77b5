// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/read_ahead.h"

#include <algorithm>
#include <utility>

namespace indexer {

ReadAhead::ReadAhead(Bytes& from, std::string beginning)
    : from_(from), text_(std::move(beginning)), block_(block_bytes, '\0') {}

bool ReadAhead::more() {
    if (ended_) return false;
    // Not at every block: where much was read ahead, moving it each time would be quadratic.
    if (at_ > text_.size() / 2) {
        text_.erase(0, at_);
        at_ = 0;
    }
    ended_ = true;  // stays so when reading throws
    const std::size_t got = from_.read(block_.data(), block_.size());
    text_.append(block_, 0, got);
    ended_ = got == 0;
    return !ended_;
}

bool ReadAhead::has(std::size_t bytes) {
    while (rest().size() < bytes) {
        if (!more()) return false;
    }
    return true;
}

void ReadAhead::pass(std::size_t bytes) {
    at_ += std::min(bytes, rest().size());
}

void ReadAhead::pass_byte_order_mark() {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    if (has(mark.size()) && rest().starts_with(mark)) pass(mark.size());
}

}  // namespace indexer
