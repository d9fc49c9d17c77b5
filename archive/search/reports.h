// SPDX-License-Identifier: GPL-2.0-or-later
// reports.h - What the archive holds, by source and as a whole.
#pragma once

#include "archive/search/archive_facts.h"
#include "archive/search/search_result.h"

#include <vector>

namespace archive {

/// Every source, most articles first; those without one under "".
std::vector<SourceReport> source_reports(const ArchiveFacts& facts);

StatusReport status_report(const ArchiveFacts& facts);

}  // namespace archive
