// SPDX-License-Identifier: GPL-2.0-or-later
// key_numbers.h - Numbers for the keys of names, from 0 in the order they came.
//
// An archive has some hundred thousand keys a column, and a node of a map for each would take three
// times the key: their text lies end to end, and a table of open slots finds them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace archive {

/// Keys stay where they are while others are added.
class KeyNumbers {
public:
    using Number = std::uint32_t;

    /// The number of a key, a new one when it has none.
    Number number_of(std::string_view key);

    std::optional<Number> find(std::string_view key) const;
    std::string_view operator[](Number number) const { return keys_[number]; }
    std::size_t size() const { return keys_.size(); }

private:
    static constexpr std::size_t block_bytes = 1U << 16U;

    /// Of the key, or of the open slot where it belongs.
    std::size_t slot_of(std::string_view key) const;
    std::string_view kept(std::string_view key);
    void grow();

    std::vector<std::string_view> keys_;  ///< by number, in blocks_
    std::vector<Number> slots_;           ///< number from 1, 0 for an open one; a power of two
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t left_ = 0;  ///< bytes at the end of the last block
    char* free_ = nullptr;  ///< where these begin
};

}  // namespace archive
