// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/key_table.h"

#include "archive/base/error.h"

#include <bit>
#include <limits>

namespace archive {

namespace {

constexpr unsigned key_bits = std::numeric_limits<std::uint32_t>::digits;

/// Bits of the docids 0 to `documents`; as many choose the place in the directory.
unsigned bits_of(std::uint32_t documents) {
    return static_cast<unsigned>(std::bit_width(documents));
}

/// The place of a key in a directory of 2^bits; in wider numbers, since bits may be none.
std::size_t place_of(std::uint32_t key, unsigned bits) {
    return static_cast<std::size_t>(std::uint64_t{key} >> (key_bits - bits));
}

/// An entry of no document.
std::uint32_t entry_of(std::uint32_t key, unsigned docid_bits) {
    return static_cast<std::uint32_t>(std::uint64_t{key} << docid_bits);
}

}  // namespace

KeyTable::KeyTable(const std::string& path, std::uint32_t documents)
    : values_(path),
      documents_(documents),
      docid_bits_(bits_of(documents)),
      docids_(static_cast<std::uint32_t>((std::uint64_t{1} << docid_bits_) - 1)) {
    places_ = std::size_t{1} << docid_bits_;
    const auto values = values_.values();
    // Only the last offset is looked at, so that opening does not read the whole directory.
    if (values.size() <= places_ || values[places_] != values.size() - places_ - 1)
        throw Failure(ErrorCode::index_damaged, "is no table of keys for these documents", path);
}

std::span<const std::uint32_t> KeyTable::under(std::uint32_t key) const {
    const auto values = values_.values();
    if (values.empty()) return {};
    const auto place = place_of(key, docid_bits_);
    const auto entries = values.subspan(places_ + 1);
    const std::size_t begin = values[place], end = values[place + 1];
    if (begin > end || end > entries.size()) return {};  // damaged
    const auto here = entries.subspan(begin, end - begin);
    const auto wanted = entry_of(key, docid_bits_);
    const auto is_before = [&](std::uint32_t entry) { return entry < wanted; };
    const auto is_not_behind = [&](std::uint32_t entry) { return (entry & ~docids_) <= wanted; };
    const auto first = std::partition_point(here.begin(), here.end(), is_before);
    return {first, std::partition_point(first, here.end(), is_not_behind)};
}

FileStamp write_key_table(const std::string& path, std::vector<std::uint64_t> entries,
                          std::uint32_t documents) {
    std::sort(entries.begin(), entries.end());
    const auto bits = bits_of(documents);
    const auto places = std::size_t{1} << bits;
    std::vector<std::uint32_t> values(places + 1, 0);
    values.reserve(places + 1 + entries.size());
    for (const auto entry : entries) {
        ++values[place_of(filed_key(entry), bits) + 1];
        values.push_back(entry_of(filed_key(entry), bits) | filed_number(entry));
    }
    for (std::size_t place = 0; place < places; ++place) values[place + 1] += values[place];
    return write_column(path, values);
}

}  // namespace archive
