// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/key_table.h"

#include "archive/base/error.h"

#include <bit>
#include <limits>
#include <numeric>
#include <utility>

namespace archive {

namespace {

constexpr unsigned key_bits = std::numeric_limits<std::uint32_t>::digits;

/// Bits of the docids 0 to `documents`; as many choose the place in the directory.
unsigned bits_of(std::uint32_t documents) {
    return std::bit_width(documents);
}

/// The place of a key in a directory of 2^bits; in wider numbers, since bits may be none.
std::size_t place_of(std::uint32_t key, unsigned bits) {
    return std::uint64_t{key} >> (key_bits - bits);
}

/// An entry of no document.
std::uint32_t entry_of(std::uint32_t key, unsigned docid_bits) {
    return static_cast<std::uint32_t>(std::uint64_t{key} << docid_bits);
}

}  // namespace

void KeyTable::set_sizes(std::uint32_t documents) {
    documents_ = documents;
    docid_bits_ = bits_of(documents);
    docids_ = static_cast<std::uint32_t>((std::uint64_t{1} << docid_bits_) - 1);
    places_ = std::size_t{1} << docid_bits_;
}

KeyTable::KeyTable(const std::string& path, std::uint32_t documents) : file_(path) {
    set_sizes(documents);
    values_ = file_.values();
    // Only the last offset is looked at, so that opening does not read the whole directory.
    if (values_.size() <= places_ || values_[places_] != values_.size() - places_ - 1)
        throw Failure(ErrorCode::index_damaged, "is no table of keys for these documents", path);
}

KeyTable::KeyTable(std::vector<std::uint32_t> values, std::uint32_t documents)
    : made_(std::move(values)), values_(made_) {
    set_sizes(documents);
}

std::span<const std::uint32_t> KeyTable::under(std::uint32_t key) const {
    if (values_.empty()) return {};
    const auto place = place_of(key, docid_bits_);
    const auto entries = values_.subspan(places_ + 1);
    const std::size_t begin = values_[place], end = values_[place + 1];
    if (begin > end || end > entries.size()) return {};  // damaged
    const auto here = entries.subspan(begin, end - begin);
    const auto wanted = entry_of(key, docid_bits_);
    const auto is_before = [&](std::uint32_t entry) { return entry < wanted; };
    const auto is_not_behind = [&](std::uint32_t entry) { return (entry & ~docids_) <= wanted; };
    const auto first = std::partition_point(here.begin(), here.end(), is_before);
    return {first, std::partition_point(first, here.end(), is_not_behind)};
}

KeyTableMaker::KeyTableMaker(std::uint32_t documents)
    : docid_bits_(bits_of(documents)),
      places_(std::size_t{1} << docid_bits_),
      values_(places_ + 1, 0) {}

void KeyTableMaker::file(std::uint32_t key, Docid docid) {
    const auto place = place_of(key, docid_bits_);
    if (!counted_)
        ++values_[place + 1];
    else
        values_[next_[place]++] = entry_of(key, docid_bits_) | docid;
}

void KeyTableMaker::begin_again() {
    std::partial_sum(values_.begin(), values_.end(), values_.begin());
    next_.assign(values_.begin(), values_.end() - 1);
    for (auto& at : next_) at += static_cast<std::uint32_t>(places_ + 1);
    values_.resize(places_ + 1 + values_.back());
    counted_ = true;
}

std::vector<std::uint32_t> KeyTableMaker::values() {
    const auto entries = values_.begin() + static_cast<std::ptrdiff_t>(places_ + 1);
    for (std::size_t place = 0; place < places_; ++place)
        std::sort(entries + values_[place], entries + values_[place + 1]);
    return std::move(values_);
}

}  // namespace archive
