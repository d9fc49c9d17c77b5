// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/columns.h"

#include "archive/base/error.h"

namespace archive {

namespace {

constexpr std::array<char, 8> magic{'D', 'L', 'C', 'O', 'L', 'U', 'M', '1'};

Failure damaged(const std::string& path) {
    return {ErrorCode::index_damaged, "is not the column that was written", path};
}

ColumnHeader header_of(const Mapping& file, const std::string& path) {
    const auto bytes = file.bytes();
    ColumnHeader header{};
    if (bytes.size() < sizeof header) throw damaged(path);
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != magic) throw damaged(path);
    return header;
}

}  // namespace

ColumnHeader column_header(std::size_t element_bytes, std::size_t count) {
    return {magic, element_bytes, count};
}

FileStamp write_column(const std::string& path, std::span<const std::byte> elements,
                       std::size_t element_bytes) {
    const auto header = column_header(element_bytes, elements.size() / element_bytes);
    NewFile file(path);
    file.write({reinterpret_cast<const char*>(&header), sizeof header});
    file.write({reinterpret_cast<const char*>(elements.data()), elements.size()});
    return file.finish();
}

std::string_view column_elements(const Mapping& file, const std::string& path,
                                 std::size_t element_bytes) {
    const auto header = header_of(file, path);
    const auto elements = file.bytes().substr(sizeof header);
    if (header.element_bytes != element_bytes || elements.size() / element_bytes != header.count
        || elements.size() % element_bytes != 0)
        throw damaged(path);
    return elements;
}

std::uint64_t column_element_bytes(const Mapping& file, const std::string& path) {
    return header_of(file, path).element_bytes;
}

}  // namespace archive
