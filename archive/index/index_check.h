// SPDX-License-Identifier: GPL-2.0-or-later
// index_check.h - Reads a whole index and compares it with what was written.
#pragma once

#include "archive/base/error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace archive {

/// What a check found.
struct CheckReport {
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    std::uint64_t articles = 0;
    std::uint64_t revision = 0;
    std::vector<Error>
        faults;  ///< index_damaged, index_not_ready or index_schema, each naming its file
};

/// The manifest first, then every file it names by size and checksum, then counts and cross
/// references: columns against documents, ledger against articles. Files are opened as an index
/// only after their bytes were found right. Does not throw for damage.
CheckReport check_index(const std::string& index);

}  // namespace archive
