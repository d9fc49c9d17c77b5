// SPDX-License-Identifier: GPL-2.0-or-later
// utf8_bytes.h - Turns a file in any charset into UTF-8 while it is read.
//
// For formats whose files may be of any length, so that decode_text() cannot be given the whole.
// The charset is settled once, on the first 256 KiB, by the rules of decode_text().
#pragma once

#include "indexer/readers/file_bytes.h"

#include <cstddef>
#include <memory>
#include <string>

namespace indexer {

/// The text of `from` as UTF-8, without a byte-order mark. Line ends stay; malformed bytes of a
/// file in UTF-8 stay too, and are the reader's business.
class Utf8Bytes final : public HeadedBytes {
public:
    explicit Utf8Bytes(Bytes& from);
    ~Utf8Bytes() override;

protected:
    std::size_t pull(char* buffer, std::size_t size) override;

private:
    struct Converter;  // ICU's

    void settle();

    Bytes& from_;
    std::unique_ptr<Converter> converter_;  // null for UTF-8
    bool settled_ = false;
    std::string ready_;  // UTF-8 not handed over yet
    std::size_t at_ = 0;
};

}  // namespace indexer
