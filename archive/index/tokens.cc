// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/tokens.h"

namespace archive {

void TokenEncoder::varint(std::uint32_t value) {
    for (; value >= 0x80; value >>= 7U)
        bytes_ += static_cast<char>(static_cast<unsigned char>(value | 0x80U));
    bytes_ += static_cast<char>(static_cast<unsigned char>(value));
}

void TokenEncoder::paragraph() {
    varint(token_codes::paragraph);
}

void TokenEncoder::zone(ZoneKind kind) {
    varint(token_codes::zone);
    bytes_ += static_cast<char>(kind);
}

void TokenEncoder::word(std::uint32_t number) {
    varint(number + token_codes::first_word);
}

void TokenEncoder::joined(std::uint8_t span, std::uint32_t number) {
    varint(token_codes::joined);
    varint(span);
    varint(number);
}

}  // namespace archive
