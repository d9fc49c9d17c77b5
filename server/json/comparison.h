// SPDX-License-Identifier: GPL-2.0-or-later
// comparison.h - The answer of /api/v1/compare.
#pragma once

#include "server/json/parts.h"

namespace server {

/// Everything but `index`, which the route adds.
ordered_json comparison_json(const archive::ComparedArticles& compared,
                             archive::Highlight highlight);

}  // namespace server
