// SPDX-License-Identifier: GPL-2.0-or-later
// word_ranks.h - The words of a segment, numbered by how often its articles say them.
//
// A token is the number of its word in as many bytes as that takes. While a segment is written
// nobody knows yet which words will be frequent, so they get numbers as they are met; when all are
// there they are numbered anew, and every second token takes a byte.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace archive {

/// By the number of a word, how often it occurs: its new number, the most frequent word's being 0.
/// Of words that occur as often, those met first come first.
std::vector<std::uint32_t> ranks_of(std::span<const std::uint32_t> occurrences);

/// What is known by the old numbers of words, by the new ones.
template <typename Value>
std::vector<Value> in_order_of(std::span<const std::uint32_t> ranks, std::vector<Value> values) {
    std::vector<Value> ordered(ranks.size());
    for (std::size_t number = 0; number < values.size(); ++number)
        ordered[ranks[number]] = std::move(values[number]);
    return ordered;
}

/// Appends the tokens of a document, as TokenEncoder wrote them, with the new numbers.
void append_ranked(std::string_view tokens, std::span<const std::uint32_t> ranks,
                   std::string& bytes);

}  // namespace archive
