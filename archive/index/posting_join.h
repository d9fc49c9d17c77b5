// SPDX-License-Identifier: GPL-2.0-or-later
// posting_join.h - Joins parts of postings into the Xapian database of a segment.
#pragma once

#include "archive/base/files.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace archive {

/// Writes the database into `folder`, which exists, from files of posting_part.h whose documents
/// follow each other. Memory does not grow with the postings. Returns the files, named as in the
/// folder, durable. Throws Failure.
std::vector<std::pair<std::string, FileStamp>> join_postings(const std::string& folder,
                                                             std::span<const std::string> parts);

}  // namespace archive
