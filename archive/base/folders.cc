// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/folders.h"

#include "archive/base/error.h"
#include "archive/base/files.h"

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace archive {

namespace fs = std::filesystem;

void make_folder(const std::string& path) {
    std::error_code status;
    fs::create_directories(path, status);
    if (!status) return;
    errno = status.value();
    throw_system_error("cannot create folder", path, ErrorCode::cannot_create);
}

void rename_durably(const std::string& from, const std::string& to) {
    std::error_code status;
    fs::rename(from, to, status);
    if (status) {
        errno = status.value();
        throw_system_error("cannot rename into place", to);
    }
    sync_directory(fs::path(to).parent_path().string());
}

}  // namespace archive
