// SPDX-License-Identifier: GPL-2.0-or-later
// folders.h - Folders that are made, and files and folders that get their name for good.
#pragma once

#include <string>

namespace archive {

/// Makes a folder and those above it; one that is there already stays. Throws Failure (a
/// cannot_create of the path, or what error.h makes of a full disk).
void make_folder(const std::string& path);

/// Renames a file or folder within its file system, over a file of the new name, and makes the new
/// name durable. Throws Failure.
void rename_durably(const std::string& from, const std::string& to);

}  // namespace archive
