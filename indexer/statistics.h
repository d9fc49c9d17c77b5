// SPDX-License-Identifier: GPL-2.0-or-later
// statistics.h - What `stats` prints of an index.
#pragma once

#include <string>

namespace indexer {

/// {"articles", "stories", "sources", "segments", "tombstones", "bytes", "span": {"earliest",
/// "latest"}, "certainty", "schema", "uuid", "revision"}. Throws Failure index_not_ready,
/// index_damaged or index_schema.
std::string statistics_json(const std::string& index);

/// The same for people, one fact a line.
std::string statistics_text(const std::string& index);

}  // namespace indexer
