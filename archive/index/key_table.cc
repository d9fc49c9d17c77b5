// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/key_table.h"

namespace archive {

FileStamp write_key_table(const std::string& path, std::vector<std::uint64_t> entries) {
    std::sort(entries.begin(), entries.end());
    return write_column(path, entries);
}

}  // namespace archive
