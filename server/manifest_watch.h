// SPDX-License-Identifier: GPL-2.0-or-later
// manifest_watch.h - Notices that a file was replaced by another, for the price of one stat.
//
// A publication renames a new manifest over the old one. Inode, size and both times tell the two
// apart even when they were written within one tick of the clock.
#pragma once

#include <cstdint>
#include <ctime>
#include <optional>
#include <string>

namespace server {

/// What stat() says that differs between one version of a file and the next.
struct FileState {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t modified_ns = 0;  ///< since 1970
    std::int64_t changed_ns = 0;   ///< since 1970

    bool operator==(const FileState&) const = default;
};

/// The state of the file at `path` now; nothing when it is not there or cannot be looked at.
std::optional<FileState> file_state(const std::string& path);

}  // namespace server
