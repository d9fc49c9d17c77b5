// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire.h"

#include "indexer/readers/outcomes.h"
#include "indexer/readers/wire_article.h"
#include "indexer/readers/wire_message.h"

#include <cstdint>

namespace indexer {

bool WireReader::recognises(std::string_view head) const {
    // Machines were woken with SYN and NUL before the first message.
    constexpr std::size_t nearest = 64;
    constexpr std::size_t longest_header = 600;
    const auto begin = head.substr(0, nearest).find(wire::header);
    if (begin == std::string_view::npos) return false;
    const auto before = head.substr(0, begin);
    for (const char c : before) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte != 0x7F) return false;
    }
    const auto header = head.substr(begin + 1, longest_header);
    const auto text = header.find(wire::text);
    // A header is a line or two of words: in other binary files the two bytes are chance.
    if (text == std::string_view::npos || text < 4) return false;
    return header.substr(0, text).find('\n') != std::string_view::npos
           && header.substr(0, text).find('\0') == std::string_view::npos;
}

void WireReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    WireMessages messages(bytes);
    std::uint64_t number = 0;
    while (const auto message = messages.next()) {
        if (!sink(outcome_of(article_from_wire(*message), origin, ++number, name()))) return;
    }
}

}  // namespace indexer
