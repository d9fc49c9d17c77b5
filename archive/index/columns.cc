// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/columns.h"

#include "archive/base/error.h"

namespace archive {

namespace {

constexpr std::array<char, 8> magic{'D', 'L', 'C', 'O', 'L', 'U', 'M', '1'};

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
    const auto bytes = file.bytes();
    ColumnHeader header{};
    if (bytes.size() >= sizeof header) std::memcpy(&header, bytes.data(), sizeof header);
    if (bytes.size() < sizeof header || header.magic != magic
        || header.element_bytes != element_bytes
        || (bytes.size() - sizeof header) / element_bytes != header.count
        || (bytes.size() - sizeof header) % element_bytes != 0) {
        throw Failure(ErrorCode::index_damaged, "is not the column that was written", path);
    }
    return bytes.substr(sizeof header);
}

void check_offsets(std::span<const std::uint64_t> offsets, std::size_t size,
                   const std::string& path) {
    bool forwards = !offsets.empty() && offsets.back() == size;
    for (std::size_t i = 1; forwards && i < offsets.size(); ++i)
        forwards = offsets[i - 1] <= offsets[i];
    if (!forwards) throw Failure(ErrorCode::index_damaged, "holds offsets that do not fit", path);
}

}  // namespace archive
