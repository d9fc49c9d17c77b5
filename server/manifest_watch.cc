// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/manifest_watch.h"

#include <sys/stat.h>

namespace server {

std::optional<FileState> file_state(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return std::nullopt;
    const auto nanoseconds = [](const timespec& time) {
        return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
    };
    return FileState{found.st_dev, found.st_ino, found.st_size, nanoseconds(found.st_mtim),
                     nanoseconds(found.st_ctim)};
}

}  // namespace server
