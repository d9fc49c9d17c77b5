// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire_message.h"

#include "archive/base/limits.h"
#include "indexer/extract/extract.h"

namespace indexer {

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
    std::size_t begin = ahead_.rest().find(wire::header);
    while (begin == std::string_view::npos) {
        ahead_.pass(ahead_.rest().size());
        if (!ahead_.more()) return std::nullopt;
        begin = ahead_.rest().find(wire::header);
    }
    ahead_.pass(begin + 1);
    constexpr char ends[] = {wire::header, wire::end};
    bool too_long = false;
    for (std::size_t looked = 0;;) {
        const auto text = ahead_.rest();
        const auto end = text.find_first_of(std::string_view(ends, sizeof ends), looked);
        if (end != std::string_view::npos || ahead_.ended()) {
            WireMessage message;
            message.too_long = too_long;
            if (!too_long) message = wire_message(text.substr(0, end));
            ahead_.pass(end);
            return message;
        }
        looked = text.size();
        if (looked > archive::limits::article_bytes) {
            too_long = true;
            ahead_.pass(looked);
            looked = 0;
        }
        ahead_.more();
    }
}

}  // namespace indexer
