// SPDX-License-Identifier: GPL-2.0-or-later
// reports.h - What the archive holds and what can be asked: status, sources, fields, completions.
#pragma once

#include "archive/index/manifest.h"
#include "server/alias_watch.h"
#include "server/json/parts.h"

#include <optional>
#include <string>
#include <vector>

namespace server {

/// An article or file that the indexer could not take.
struct Reject {
    std::string path;
    std::uint64_t record = 0;  ///< 0: the whole file
    std::string reason;
};

/// /api/v1/status. `rejects` is null where the ledger cannot be read any more.
ordered_json status_json(const archive::StatusReport& status, const archive::Manifest& manifest,
                         const std::optional<std::vector<Reject>>& rejects);

/// `aliases` of /api/v1/status: the file that people edit, and what is wrong with it.
ordered_json alias_file_json(const AliasWatch::Report& report);

/// /api/v1/sources.
ordered_json sources_json(const std::vector<archive::SourceReport>& sources);

/// /api/v1/fields: the field table, and what has: and lacks: can ask for.
ordered_json fields_json();

/// /api/v1/suggest.
ordered_json completions_json(const std::vector<archive::Completion>& completions);

}  // namespace server
