// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire_message.h"

#include "archive/base/limits.h"
#include "indexer/extract/extract.h"

#include <algorithm>

namespace indexer {

namespace {

constexpr std::size_t block_bytes = 64U << 10;

}  // namespace

WireMessage wire_message(std::string_view bytes) {
    const std::string whole = decode_text(bytes).text;
    WireMessage message;
    const auto text = whole.find(wire::text);
    message.header = whole.substr(0, text);
    message.has_text = text != std::string::npos;
    if (!message.has_text) return message;
    const auto trailer = whole.find(wire::trailer, text);
    message.complete = trailer != std::string::npos;
    message.text =
        whole.substr(text + 1, message.complete ? trailer - text - 1 : std::string::npos);
    if (message.complete) message.trailer = whole.substr(trailer + 1);
    return message;
}

std::optional<WireMessage> WireMessages::next() {
    std::size_t begin = buffer_.find(wire::header);
    while (begin == std::string::npos) {
        buffer_.clear();
        if (!fill()) return std::nullopt;
        begin = buffer_.find(wire::header);
    }
    buffer_.erase(0, begin + 1);
    constexpr char ends[] = {wire::header, wire::end};
    bool too_long = false;
    for (std::size_t looked = 0;;) {
        const auto end = buffer_.find_first_of(std::string_view(ends, sizeof ends), looked);
        if (end != std::string::npos || ended_) {
            WireMessage message;
            message.too_long = too_long;
            if (!too_long) message = wire_message(std::string_view(buffer_).substr(0, end));
            buffer_.erase(0, end);
            return message;
        }
        looked = buffer_.size();
        if (looked > archive::limits::article_bytes) {
            too_long = true;
            buffer_.clear();
            looked = 0;
        }
        fill();
    }
}

bool WireMessages::fill() {
    if (ended_) return false;
    const std::size_t filled = buffer_.size();
    buffer_.resize(filled + block_bytes);
    const std::size_t got = from_.read(buffer_.data() + filled, block_bytes);
    buffer_.resize(filled + got);
    ended_ = got == 0;
    return !ended_;
}

}  // namespace indexer
