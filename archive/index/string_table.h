// SPDX-License-Identifier: GPL-2.0-or-later
// string_table.h - Numbered strings of a segment: the words of its tokens, the values of a names
// column.
//
// Numbers run from 0 in the order the strings came. One file: count, offsets, the numbers in the
// order of their strings' bytes (for look-up and prefixes), the bytes.
#pragma once

#include "archive/base/files.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace archive {

/// Gives numbers to strings while a segment is written.
class StringNumbers {
public:
    /// The number of `text`, a new one when it has none.
    std::uint32_t number(std::string_view text);
    std::size_t size() const { return strings_.size(); }
    std::string_view text(std::uint32_t number) const { return *strings_[number]; }

    /// Numbers the strings anew, as `numbers` says by the old numbers; then none can be added.
    void renumber(std::span<const std::uint32_t> numbers);

    /// Throws Failure, also where the strings have 4 GiB together.
    FileStamp write(const std::string& path) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const;
    };
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
    std::vector<const std::string*> strings_;
};

/// The table of a published segment.
class StringTable {
public:
    StringTable() = default;

    /// Throws Failure index_damaged when the file is not such a table; what is wrong inside of it
    /// shows when it is read, the same way.
    explicit StringTable(std::string path);

    std::size_t size() const { return count_; }

    /// Empty for a number that nobody has.
    std::string_view operator[](std::uint32_t number) const;
    std::optional<std::uint32_t> number(std::string_view text) const;

    /// The numbers of all strings that begin with `prefix`, in the order of their bytes.
    std::span<const std::uint32_t> with_prefix(std::string_view prefix) const;

private:
    [[noreturn]] void fail() const;
    std::string_view in_order(std::uint32_t number) const;

    std::string path_;
    Mapping file_;
    std::size_t count_ = 0;
    const std::uint32_t* offsets_ = nullptr;  ///< count_ + 1 of them
    const std::uint32_t* order_ = nullptr;
    const char* bytes_ = nullptr;
};

}  // namespace archive
