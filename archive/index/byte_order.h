// SPDX-License-Identifier: GPL-2.0-or-later
// byte_order.h - Sorts many texts by their bytes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace archive {

/// The first eight bytes as a number that sorts as they do: most comparisons end with it.
inline std::uint64_t sort_key(std::string_view text) {
    std::uint64_t key = 0;
    const std::size_t size = std::min<std::size_t>(8, text.size());
    for (std::size_t i = 0; i < size; ++i) key = key << 8U | static_cast<unsigned char>(text[i]);
    return size == 0 ? 0 : key << 8U * (8 - size);
}

/// The numbers below `count` in the order of the bytes of `text(number)`.
template <typename Text>
std::vector<std::uint32_t> in_order_of_bytes(std::size_t count, const Text& text) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
    keys.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) keys.emplace_back(sort_key(text(i)), i);
    std::sort(keys.begin(), keys.end(), [&](const auto& left, const auto& right) {
        return left.first != right.first ? left.first < right.first
                                         : text(left.second) < text(right.second);
    });
    std::vector<std::uint32_t> order;
    order.reserve(count);
    for (const auto& key : keys) order.push_back(key.second);
    return order;
}

}  // namespace archive
