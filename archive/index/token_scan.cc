// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/token_scan.h"

#include <algorithm>

namespace archive {

WantedWords::WantedWords() {
    for (const auto code : {token_codes::paragraph, token_codes::zone, token_codes::joined})
        first_bytes_.add(static_cast<std::uint8_t>(code));
}

void WantedWords::add(std::uint32_t number) {
    const auto code = number + token_codes::first_word;
    first_bytes_.add(static_cast<std::uint8_t>(code < 0x80 ? code : code | 0x80U));
}

// Its stops are written before they are read, and clearing them would take as long as a scan.
// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init)
TokenScan::TokenScan(std::string_view tokens, const WantedWords& wanted, ComparedBy by)
    : wanted_(wanted.first_bytes()),
      by_(by),
      stretch_(reinterpret_cast<const unsigned char*>(tokens.data())),
      stretch_end_(stretch_),
      end_(stretch_ + tokens.size()),
      behind_(stretch_) {}

/// Finds the stops of the next stretch, and says whether there is one.
bool TokenScan::look_on() {
    do {
        if (stretch_end_ == end_) return false;
        numbers_before_ += found_.numbers;
        if (stretch_end_ != stretch_) begins_ = stretch_end_[-1] < 0x80;
        stretch_ = stretch_end_;
        stretch_end_ += std::min<std::ptrdiff_t>(end_ - stretch_, longest_stretch);
        found_ = find_stops({stretch_, stretch_end_}, begins_, wanted_, stops_, by_);
        stop_ = 0;
    } while (found_.count == 0);
    return true;
}

/// Reads a joined word, whose end is where `token` is.
bool TokenScan::joined(const unsigned char* at, Token& token) {
    ++at;
    if (at == end_) return false;
    const auto span = read_token_number(at, end_);
    if (at == end_) return false;
    token.word = read_token_number(at, end_);
    if (span == 0 || span > token.position) return false;
    token.position -= span;
    token.span = static_cast<std::uint8_t>(span);
    behind_ = at;
    other_numbers_ += 3;
    return true;
}

}  // namespace archive
