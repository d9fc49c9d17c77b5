// SPDX-License-Identifier: GPL-2.0-or-later
// packed_files.h - Makes compressed files and containers for tests, in memory.
#pragma once

// libarchive calls its handle `struct archive`, which our namespace of that name forbids.
#define archive libarchive_handle
#include <archive.h>
#include <archive_entry.h>
#undef archive

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace packed {

struct Member {
    enum class Kind { file, folder, link, pipe };
    std::string name;
    std::string bytes;  ///< of a link: where it leads
    Kind kind = Kind::file;
};

namespace detail {

inline la_ssize_t append(libarchive_handle*, void* to, const void* bytes, size_t size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

inline void put(libarchive_handle* handle, const Member& member) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, member.name.c_str());
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_mtime(entry, 1'000'000'000, 0);
    switch (member.kind) {
        case Member::Kind::file:
            archive_entry_set_filetype(entry, AE_IFREG);
            archive_entry_set_size(entry, static_cast<la_int64_t>(member.bytes.size()));
            break;
        case Member::Kind::folder: archive_entry_set_filetype(entry, AE_IFDIR); break;
        case Member::Kind::pipe: archive_entry_set_filetype(entry, AE_IFIFO); break;
        case Member::Kind::link:
            archive_entry_set_filetype(entry, AE_IFLNK);
            archive_entry_set_symlink(entry, member.bytes.c_str());
            break;
    }
    REQUIRE(archive_write_header(handle, entry) == ARCHIVE_OK);
    if (member.kind == Member::Kind::file && !member.bytes.empty()) {
        REQUIRE(archive_write_data(handle, member.bytes.data(), member.bytes.size())
                == static_cast<la_ssize_t>(member.bytes.size()));
    }
    archive_entry_free(entry);
}

inline std::string written(const std::vector<Member>& members, const char* format,
                           const char* filter) {
    std::string bytes;
    libarchive_handle* handle = archive_write_new();
    REQUIRE(archive_write_set_format_by_name(handle, format) == ARCHIVE_OK);
    if (filter != nullptr) {
        REQUIRE(archive_write_add_filter_by_name(handle, filter) == ARCHIVE_OK);
    }
    archive_write_set_bytes_per_block(handle, 0);
    REQUIRE(archive_write_open(handle, &bytes, nullptr, append, nullptr) == ARCHIVE_OK);
    for (const auto& member : members) put(handle, member);
    REQUIRE(archive_write_close(handle) == ARCHIVE_OK);
    archive_write_free(handle);
    return bytes;
}

}  // namespace detail

/// `format` as libarchive calls it: "ustar", "pax", "zip", "7zip".
inline std::string box(const std::vector<Member>& members, const char* format) {
    return detail::written(members, format, nullptr);
}

/// `filter` as libarchive calls it: "gzip", "bzip2", "xz", "zstd", "lz4".
inline std::string compressed(const std::string& bytes, const char* filter) {
    return detail::written({{"a", bytes, Member::Kind::file}}, "raw", filter);
}

}  // namespace packed
