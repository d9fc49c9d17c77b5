// SPDX-License-Identifier: GPL-2.0-or-later
// results.h - The list without scripts: how the search was read, counts, rows, pages.
#pragma once

#include "server/plain/html.h"
#include "server/plain/listed.h"

#include <optional>

namespace server {

/// What stands inside `main`. With `about` it is the start page: what the archive holds, its newest
/// articles, and how to write a search.
Html results(const Listed& listed, const std::optional<archive::StatusReport>& about);

}  // namespace server
