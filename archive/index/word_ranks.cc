// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/word_ranks.h"

#include "archive/index/tokens.h"

#include <algorithm>
#include <numeric>

namespace archive {

std::vector<std::uint32_t> ranks_of(std::span<const std::uint32_t> occurrences) {
    std::vector<std::uint32_t> order(occurrences.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
        return occurrences[left] > occurrences[right];
    });
    std::vector<std::uint32_t> ranks(order.size());
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
    return ranks;
}

void append_ranked(std::string_view tokens, std::span<const std::uint32_t> ranks,
                   std::string& bytes) {
    TokenEncoder encoder(bytes);
    const auto* at = reinterpret_cast<const unsigned char*>(tokens.data());
    const auto* const end = at + tokens.size();
    while (at < end) {
        const auto code = read_token_number(at, end);
        switch (code) {
            case token_codes::paragraph: encoder.paragraph(); break;
            case token_codes::zone: encoder.zone(static_cast<ZoneKind>(*at++)); break;
            case token_codes::joined: {
                const auto span = static_cast<std::uint8_t>(read_token_number(at, end));
                encoder.joined(span, ranks[read_token_number(at, end)]);
                break;
            }
            default: encoder.word(ranks[code - token_codes::first_word]); break;
        }
    }
}

}  // namespace archive
