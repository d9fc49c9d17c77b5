// SPDX-License-Identifier: GPL-2.0-or-later
// utf16_bytes.h - Turns UTF-16 into UTF-8 while it is read, so that readers know one alphabet only.
#pragma once

#include "indexer/readers/file_bytes.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

enum class ByteOrder : bool { little, big };

/// The byte order of a text in UTF-16 that begins with `head`, by its mark or because every other
/// byte is NUL; nothing for any other text.
std::optional<ByteOrder> utf16_order(std::string_view head);

/// The text of `from` as UTF-8, without the mark. Halves of pairs become U+FFFD.
class Utf16Bytes final : public HeadedBytes {
public:
    Utf16Bytes(Bytes& from, ByteOrder order) : from_(from), order_(order) {}

protected:
    std::size_t pull(char* buffer, std::size_t size) override;

private:
    void take(char16_t unit);

    Bytes& from_;
    ByteOrder order_;
    std::array<char, 16384> block_{};
    std::optional<unsigned char> odd_;  // first byte of a unit cut by a block's end
    char16_t high_ = 0;                 // first half of a pair
    bool first_ = true;
    std::string ready_;  // UTF-8 not handed over yet
    std::size_t at_ = 0;
};

}  // namespace indexer
