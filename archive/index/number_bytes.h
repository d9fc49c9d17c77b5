// SPDX-License-Identifier: GPL-2.0-or-later
// number_bytes.h - Numbers and texts as bytes, for the files beside the segments.
//
// A number is a varint (seven bits a byte, the lowest first), a text has its length in front.
#pragma once

#include "archive/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace archive {

inline void put_number(std::string& bytes, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U)
        bytes += static_cast<char>(static_cast<unsigned char>(value | 0x80U));
    bytes += static_cast<char>(static_cast<unsigned char>(value));
}

inline void put_text(std::string& bytes, std::string_view text) {
    put_number(bytes, text.size());
    bytes += text;
}

/// Takes them off the front again. The bytes must outlive it and the texts it gives. Throws Failure
/// index_damaged where they end too early.
class NumberBytes {
public:
    explicit NumberBytes(std::string_view bytes) : bytes_(bytes) {}

    bool at_end() const { return bytes_.empty(); }
    std::size_t left() const { return bytes_.size(); }

    /// What was not taken off yet.
    std::string_view rest() const { return bytes_; }

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1)[0]);
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80) return value;
        }
        throw Failure(ErrorCode::index_damaged, "holds a number that cannot be read");
    }

    std::string_view text() { return take(number()); }

    std::string_view take(std::uint64_t size) {
        if (size > bytes_.size()) throw Failure(ErrorCode::index_damaged, "ends too early");
        const auto part = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return part;
    }

private:
    std::string_view bytes_;
};

}  // namespace archive
