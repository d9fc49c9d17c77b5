// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/docid_packing.h"

#include "archive/base/error.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace archive {

namespace {

/// Up to eight bytes from `at` on as a number, the first the lowest; what lies behind the end is 0.
std::uint64_t eight_bytes(std::string_view bytes, std::size_t at) {
    std::uint64_t value = 0;
    if (bytes.size() >= 8 && at <= bytes.size() - 8)
        std::memcpy(&value, bytes.data() + at, 8);
    else if (at < bytes.size())
        std::memcpy(&value, bytes.data() + at, bytes.size() - at);
    return value;
}

void add_bits_at(std::span<char> bytes, std::size_t at, std::uint64_t bits) {
    bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) | bits);
}

void set_bit_at(std::span<char> bytes, std::size_t bit) {
    add_bits_at(bytes, bit / 8, std::uint64_t{1} << (bit % 8));
}

[[noreturn]] void damaged() {
    throw Failure(ErrorCode::index_damaged, "holds a set of documents that cannot be read");
}

}  // namespace

DocidPacking::DocidPacking(std::uint32_t members, std::uint32_t documents)
    : members_(members),
      documents_(documents),
      low_(members > 0 && documents > members ? std::bit_width(documents / members) - 1 : 0),
      bitmap_(false) {
    bitmap_ = bitmap_bytes() <= low_bytes() + high_bytes();
}

void DocidPacking::put(std::span<char> set, std::uint32_t i, Docid docid) const {
    if (bitmap_) {
        set_bit_at(set, docid);
        return;
    }
    const auto low_at = std::size_t{i} * low_;
    auto low = (docid & ((std::uint64_t{1} << low_) - 1)) << (low_at % 8);
    for (auto at = low_at / 8; low != 0; ++at, low >>= 8U) add_bits_at(set, at, low & 0xFFU);
    set_bit_at(set.subspan(low_bytes()), (docid >> low_) + i);
}

void DocidPacking::add_to(std::span<std::uint64_t> into, std::string_view set) const {
    if (set.size() != bytes() || into.size() != bitmap_words(documents_)) damaged();
    if (bitmap_) {
        for (std::size_t word = 0; word < into.size(); ++word)
            into[word] |= eight_bytes(set, word * 8);
        return;
    }
    const std::uint64_t low_mask = (std::uint64_t{1} << low_) - 1;
    const auto high = set.substr(low_bytes());
    std::uint32_t i = 0;
    for (std::size_t at = 0; at < high.size(); at += 8) {
        for (auto rest = eight_bytes(high, at); rest != 0; rest &= rest - 1) {
            const auto place = at * 8 + static_cast<std::size_t>(std::countr_zero(rest));
            const auto low_at = std::size_t{i} * low_;
            const auto low = eight_bytes(set, low_at / 8) >> (low_at % 8) & low_mask;
            const auto docid = (place - i) << low_ | low;
            if (docid > documents_ || ++i > members_) damaged();
            set_bit(into, static_cast<Docid>(docid));
        }
    }
    if (i != members_) damaged();
}

}  // namespace archive
