// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/utf16_bytes.h"

#include "archive/base/text.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace indexer {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char16_t byte_order_mark = 0xFEFF;

bool is_high(char16_t unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low(char16_t unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

std::optional<ByteOrder> utf16_order(std::string_view head) {
    if (head.starts_with("\xff\xfe")) return ByteOrder::little;
    if (head.starts_with("\xfe\xff")) return ByteOrder::big;
    // Without a mark: Latin text has NUL in nearly every high byte and in no low one.
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < head.size(); ++i) nuls[i % 2] += head[i] == '\0' ? 1U : 0U;
    const std::size_t units = head.size() / 2;
    if (units < 4) return std::nullopt;
    if (nuls[0] == 0 && nuls[1] * 10 > units * 7) return ByteOrder::little;
    if (nuls[1] == 0 && nuls[0] * 10 > units * 7) return ByteOrder::big;
    return std::nullopt;
}

void Utf16Bytes::take(char16_t unit) {
    if (std::exchange(first_, false) && unit == byte_order_mark) return;
    if (high_ != 0) {
        if (is_low(unit)) {
            const char32_t high = high_ - 0xD800U;
            const char32_t low = unit - 0xDC00U;
            archive::append_utf8(ready_, 0x10000 + (high << 10U) + low);
            high_ = 0;
            return;
        }
        archive::append_utf8(ready_, replacement);
        high_ = 0;
    }
    if (is_high(unit)) {
        high_ = unit;
    } else {
        archive::append_utf8(ready_, is_low(unit) ? replacement : unit);
    }
}

std::size_t Utf16Bytes::pull(char* buffer, std::size_t size) {
    while (at_ == ready_.size()) {
        ready_.clear();
        at_ = 0;
        const std::size_t got = from_.read(block_.data(), block_.size());
        if (got == 0) {
            if (high_ == 0) return 0;
            high_ = 0;
            archive::append_utf8(ready_, replacement);
            break;
        }
        for (const char c : std::string_view(block_.data(), got)) {
            const auto byte = static_cast<unsigned char>(c);
            if (!odd_) {
                odd_ = byte;
                continue;
            }
            const unsigned unit = order_ == ByteOrder::little ? *odd_ | unsigned{byte} << 8U
                                                              : unsigned{*odd_} << 8U | byte;
            odd_.reset();
            take(static_cast<char16_t>(unit));
        }
    }
    const std::size_t handed = std::min(size, ready_.size() - at_);
    std::memcpy(buffer, ready_.data() + at_, handed);
    at_ += handed;
    return handed;
}

}  // namespace indexer
