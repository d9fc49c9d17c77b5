// SPDX-License-Identifier: GPL-2.0-or-later
// summary.h - How a run is reported: the summary line and the JSON report.
#pragma once

#include "indexer/archive_run.h"

#include <string>

namespace indexer {

/// "dateline-indexer done read=.. new=.. updated=.. unchanged=.. duplicate=.. rejected=..
/// skipped=.. removed=.. secs=.. rev=..", with withdrawn=.. before the seconds where there are any.
std::string summary_line(const RunReport& report);

/// The same names as JSON, with seconds, revision, exit and rejects.
std::string report_json(const RunReport& report, int exit);

}  // namespace indexer
