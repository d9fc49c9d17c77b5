// SPDX-License-Identifier: GPL-2.0-or-later
// input_files.h - Finds the files to read below the given paths.
//
// Only regular files are read, links are followed only when told, and what is left alone is said:
// nothing is dropped in silence. Names that begin with a dot (".git", ".x.json.swp") are left
// alone inside folders; naming one on the command line reads it. The order is that of the paths'
// bytes, the same in every run.
#pragma once

#include "archive/base/result.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace indexer {

/// One regular file.
struct InputFile {
    std::string path;        ///< as given, or below what was given: for reports. Any bytes but NUL
    std::string real_path;   ///< absolute, without links: the ledger's key and the base of ids
    std::uint64_t size = 0;  ///< bytes
    std::int64_t mtime_ns = 0;  ///< last change, nanoseconds since 1970
    std::uint64_t inode = 0;
    bool named = false;  ///< given itself, not found in a folder
    std::string filed;   ///< its path below the folder that was given, else its name: what may say
                         ///< when its articles appeared

    friend bool operator==(const InputFile&, const InputFile&) = default;
};

/// A path given to update or rebuild that was there when it was looked at.
struct InputRoot {
    std::string path;       ///< as given, without trailing slashes
    std::string real_path;  ///< absolute, without links
    bool folder = false;
};

/// Something in a folder that is not read.
struct LeftAlone {
    enum class Why : std::uint8_t {
        hidden,      ///< its name begins with a dot
        link,        ///< a link, and links are not followed
        special,     ///< a pipe, socket or device
        seen,        ///< with links followed: reached on another way before
        unreadable,  ///< file or folder can't be looked into: it has not vanished
    };
    Why why = Why::hidden;
    std::string path;
    std::string real_path;
    std::string reason;  ///< for a person: "a link", "cannot be opened: Permission denied"
};

enum class Links : std::uint8_t { leave, follow };

/// Looks at the given paths before anything is read. Fails with path_missing, naming the first
/// that does not exist or can't be opened. A path given as a link is followed. Sorted by real path;
/// a path that lies below another given folder appears only when it is a file.
archive::Result<std::vector<InputRoot>> input_roots(std::span<const std::string> paths);

/// Hands over every regular file at or below `roots`, each once, in the order of its path's bytes.
/// `file` returns false to stop. Holds the names of the folders on its way, not those of the whole
/// tree. Never throws for what it meets in folders: that goes to `left_alone`.
void for_each_input_file(std::span<const InputRoot> roots, Links links,
                         const std::function<bool(InputFile)>& file,
                         const std::function<void(LeftAlone)>& left_alone);

}  // namespace indexer
