// SPDX-License-Identifier: GPL-2.0-or-later
// yaml_values.h - YAML as JSON values, with limits.
//
// Read event by event, so that a few lines of aliases never become gigabytes: each alias counts
// with all it stands for.
#pragma once

#include "archive/base/result.h"

#include <nlohmann/json.hpp>

#include <string>

namespace indexer {

/// The first document of `text`. Scalars are strings as written; "~", "null" and nothing are null.
/// Fails with article_unreadable for what is no YAML, beyond limits::json_levels levels or 10,000
/// values.
archive::Result<nlohmann::json> yaml_value(const std::string& text);

}  // namespace indexer
