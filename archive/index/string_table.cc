// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/string_table.h"

#include "archive/base/error.h"
#include "archive/index/word_ranks.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace archive {

namespace {

/// Eight bytes at the front: what it is, and the number of strings.
constexpr std::uint32_t magic = 0x32545344;  // "DST2"

struct Header {
    std::uint32_t magic = 0;
    std::uint32_t count = 0;
};

template <typename T>
std::string_view bytes_of(const std::vector<T>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

}  // namespace

std::size_t StringNumbers::Hash::operator()(std::string_view text) const {
    return XXH3_64bits(text.data(), text.size());
}

std::uint32_t StringNumbers::number(std::string_view text) {
    if (const auto found = numbers_.find(text); found != numbers_.end()) return found->second;
    const auto next = static_cast<std::uint32_t>(strings_.size());
    const auto placed = numbers_.emplace(std::string(text), next).first;
    strings_.push_back(&placed->first);  // nodes of the map never move
    return next;
}

void StringNumbers::renumber(std::span<const std::uint32_t> numbers) {
    strings_ = in_order_of(numbers, std::move(strings_));
}

FileStamp StringNumbers::write(const std::string& path) const {
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint32_t> order(strings_.size());
    std::uint64_t end = 0;
    for (std::size_t i = 0; i < strings_.size(); ++i) {
        end += strings_[i]->size();
        if (end > std::numeric_limits<std::uint32_t>::max())
            throw Failure(ErrorCode::internal, "more than 4 GiB of different words", path);
        offsets.push_back(static_cast<std::uint32_t>(end));
        order[i] = static_cast<std::uint32_t>(i);
    }
    std::sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
        return *strings_[left] < *strings_[right];
    });
    const Header header{magic, static_cast<std::uint32_t>(strings_.size())};
    NewFile file(path);
    file.write({reinterpret_cast<const char*>(&header), sizeof header});
    file.write(bytes_of(offsets));
    file.write(bytes_of(order));
    for (const auto* text : strings_) file.write(*text);
    return file.finish();
}

StringTable::StringTable(std::string path) : path_(std::move(path)), file_(path_) {
    const auto bytes = file_.bytes();
    Header header;
    if (bytes.size() < sizeof header) fail();
    std::memcpy(&header, bytes.data(), sizeof header);
    const std::size_t fixed = sizeof header
                              + (std::size_t{header.count} + 1) * sizeof(std::uint32_t)
                              + std::size_t{header.count} * sizeof(std::uint32_t);
    if (header.magic != magic || bytes.size() < fixed) fail();
    count_ = header.count;
    offsets_ = reinterpret_cast<const std::uint32_t*>(bytes.data() + sizeof header);
    order_ = offsets_ + count_ + 1;
    bytes_ = bytes.data() + fixed;
    if (offsets_[0] != 0 || offsets_[count_] != bytes.size() - fixed) fail();
}

void StringTable::fail() const {
    throw Failure(ErrorCode::index_damaged, "is not the table of strings that was written", path_);
}

std::string_view StringTable::operator[](std::uint32_t number) const {
    if (number >= count_) return {};
    const auto begin = offsets_[number], end = offsets_[number + 1];
    if (begin > end || end > offsets_[count_]) fail();
    return {bytes_ + begin, end - begin};
}

/// The string of a number that stands in `order_`.
std::string_view StringTable::in_order(std::uint32_t number) const {
    if (number >= count_) fail();
    return (*this)[number];
}

std::optional<std::uint32_t> StringTable::number(std::string_view text) const {
    const auto* const end = order_ + count_;
    const auto* const found = std::lower_bound(
        order_, end, text,
        [&](std::uint32_t number, std::string_view wanted) { return in_order(number) < wanted; });
    if (found == end || in_order(*found) != text) return std::nullopt;
    return *found;
}

std::span<const std::uint32_t> StringTable::with_prefix(std::string_view prefix) const {
    const auto* const end = order_ + count_;
    const auto* const first = std::lower_bound(
        order_, end, prefix,
        [&](std::uint32_t number, std::string_view wanted) { return in_order(number) < wanted; });
    const auto* const last = std::partition_point(first, end, [&](std::uint32_t number) {
        return in_order(number).substr(0, prefix.size()) == prefix;
    });
    if (std::any_of(first, last, [&](std::uint32_t number) { return number >= count_; })) fail();
    return {first, last};
}

}  // namespace archive
