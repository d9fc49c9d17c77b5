// SPDX-License-Identifier: GPL-2.0-or-later
// columns.h - Column files of a segment: one little-endian array a field, by docid, read through
// memory.
//
// A file is a 24-byte header (magic, element size, count) and the elements. Element 0 belongs to
// docid 0, which does not exist: it is zero, so that docids index without a subtraction. Files are
// written once and never changed; opening one checks magic, element size and length, so that
// reading in bounds can't fail. Checksums are the segment's affair.
#pragma once

#include "archive/base/files.h"

#include <array>
#include <bit>
#include <cassert>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <vector>

namespace archive {

static_assert(std::endian::native == std::endian::little, "column files are mapped as they are");

struct ColumnHeader {
    std::array<char, 8> magic;
    std::uint64_t element_bytes = 0;
    std::uint64_t count = 0;
};
static_assert(sizeof(ColumnHeader) == 24);

/// Writes one column, element 0 included, durably.
FileStamp write_column(const std::string& path, std::span<const std::byte> elements,
                       std::size_t element_bytes);

template <typename T>
FileStamp write_column(const std::string& path, const std::vector<T>& values) {
    return write_column(path, std::as_bytes(std::span(values)), sizeof(T));
}

/// What a column of so many elements begins with.
ColumnHeader column_header(std::size_t element_bytes, std::size_t count);

/// A column written element by element, for those of a segment that would fill memory.
template <typename T>
class NewColumn {
public:
    /// `count` elements will be added. Throws Failure.
    NewColumn(const std::string& path, std::size_t count) : file_(path), left_(count) {
        const auto header = column_header(sizeof(T), count);
        file_.write({reinterpret_cast<const char*>(&header), sizeof header});
    }

    void add(const T& element) {
        assert(left_ > 0);
        --left_;
        file_.write({reinterpret_cast<const char*>(&element), sizeof element});
    }

    /// Makes it durable, once all elements are there.
    FileStamp finish() {
        assert(left_ == 0);
        return file_.finish();
    }

private:
    NewFile file_;
    std::size_t left_;
};

/// The elements of a mapped column file; throws Failure index_damaged when it is not one of
/// elements this size.
std::string_view column_elements(const Mapping& file, const std::string& path,
                                 std::size_t element_bytes);

/// The size of an element, as the header has it; throws Failure index_damaged without one.
std::uint64_t column_element_bytes(const Mapping& file, const std::string& path);

/// One column. Reading past its end is a defect (asserted).
template <typename T>
class Column {
public:
    Column() = default;
    explicit Column(const std::string& path) : file_(path) {
        const auto bytes = column_elements(file_, path, sizeof(T));
        values_ = {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
    }

    T operator[](std::size_t docid) const {
        assert(docid < values_.size());
        return values_[docid];
    }
    std::span<const T> values() const { return values_; }

    /// Lets memory fetch an element that is read soon.
    void fetch(std::size_t docid) const { __builtin_prefetch(values_.data() + docid); }

    /// That the elements before one are done with for now: see Mapping::done_with().
    void done_before(std::size_t docid) const {
        const auto* const end = reinterpret_cast<const char*>(values_.data() + docid);
        file_.done_with(0, static_cast<std::size_t>(end - file_.bytes().data()));
    }

private:
    Mapping file_;
    std::span<const T> values_;
};

}  // namespace archive
