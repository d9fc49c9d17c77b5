// SPDX-License-Identifier: GPL-2.0-or-later
// index_folder.h - What lies in the folder of an index.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace archive {

/// The folders that revisions keep their files in: all but segments/ hold files of a revision.
inline constexpr std::array<std::string_view, 5> index_folders{"segments", "tombstones", "links",
                                                               "ledger", "changes"};

/// Whether a folder is empty, an index of ours, damaged or not, or something else.
enum class FolderKind : std::uint8_t { missing, empty, index, foreign };
FolderKind kind_of_folder(const std::string& index);

}  // namespace archive
