// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/index_folder.h"

#include <algorithm>
#include <filesystem>

namespace archive {

namespace {

/// Files and folders beside index_folders.
constexpr std::array<std::string_view, 4> others{"manifest.json", "manifest.json.tmp", "lock",
                                                 "spool.tmp"};

template <typename Names>
bool among(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

FolderKind kind_of_folder(const std::string& index) {
    namespace fs = std::filesystem;
    std::error_code status;
    if (!fs::exists(index, status)) return FolderKind::missing;
    if (!fs::is_directory(index, status)) return FolderKind::foreign;
    bool any = false;
    for (const auto& entry : fs::directory_iterator(index, status)) {
        const std::string name = entry.path().filename().string();
        if (!among(index_folders, name) && !among(others, name)) return FolderKind::foreign;
        any = any || name != "lock";
    }
    return any ? FolderKind::index : FolderKind::empty;
}

}  // namespace archive
