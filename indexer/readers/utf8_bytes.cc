// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/utf8_bytes.h"

#include "indexer/extract/charset.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

namespace indexer {

namespace {

constexpr std::size_t settling_bytes = 256U << 10;
constexpr std::size_t block_bytes = 64U << 10;

}  // namespace

struct Utf8Bytes::Converter {
    UConverter* icu = nullptr;

    explicit Converter(const std::string& charset) {
        UErrorCode status = U_ZERO_ERROR;
        icu = ucnv_open(charset.c_str(), &status);
    }
    ~Converter() { ucnv_close(icu); }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    /// `bytes` as UTF-8; what a character cut by their end begins with waits for the next ones.
    std::string converted(std::string_view bytes, bool last) {
        std::string text;
        std::array<char16_t, 4096> units{};
        const char* from = bytes.data();
        const char* const end = from + bytes.size();
        for (;;) {
            UErrorCode status = U_ZERO_ERROR;
            char16_t* to = units.data();
            ucnv_toUnicode(icu, &to, units.data() + units.size(), &from, end, nullptr, last ? 1 : 0,
                           &status);
            const auto filled = static_cast<int32_t>(to - units.data());
            pending_.append(units.data(), filled);
            if (status != U_BUFFER_OVERFLOW_ERROR) break;
        }
        // Half of a surrogate pair waits too.
        int32_t whole = pending_.length();
        if (!last && whole > 0 && (pending_.charAt(whole - 1) & 0xfc00) == 0xd800) --whole;
        pending_.tempSubString(0, whole).toUTF8String(text);
        pending_.remove(0, whole);
        return text;
    }

private:
    icu::UnicodeString pending_;
};

Utf8Bytes::Utf8Bytes(Bytes& from) : from_(from) {}

Utf8Bytes::~Utf8Bytes() = default;

void Utf8Bytes::settle() {
    settled_ = true;
    const std::string first = read_first(from_, settling_bytes);
    std::size_t mark = 0;
    charset_of_mark(first, mark);
    const std::string charset = charset_of(first);
    if (charset != "UTF-8") {
        auto converter = std::make_unique<Converter>(charset);
        if (converter->icu != nullptr) converter_ = std::move(converter);
    }
    const auto bytes = std::string_view(first).substr(mark);
    ready_ = converter_ ? converter_->converted(bytes, false) : std::string(bytes);
}

std::size_t Utf8Bytes::pull(char* buffer, std::size_t size) {
    if (!settled_) settle();
    while (at_ == ready_.size()) {
        at_ = 0;
        ready_.resize(block_bytes);
        const std::size_t taken = from_.read(ready_.data(), ready_.size());
        ready_.resize(taken);
        const bool last = taken == 0;
        if (converter_) ready_ = converter_->converted(ready_, last);
        if (last && ready_.empty()) return 0;
    }
    const std::size_t handed = std::min(size, ready_.size() - at_);
    std::copy_n(ready_.data() + at_, handed, buffer);
    at_ += handed;
    return handed;
}

}  // namespace indexer
