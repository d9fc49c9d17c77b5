// SPDX-License-Identifier: GPL-2.0-or-later
// reports.h - /api/v1/fields, /api/v1/sources and /api/v1/status: what the archive holds and knows.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// The table of fields that parser, facets and help share.
void handle_fields(App& app, const Call& call, httplib::Response& response);

/// Every source with its articles, span and gaps.
void handle_sources(App& app, const Call& call, httplib::Response& response);

/// Counts, coverage, the last run of the indexer and what it rejected.
void handle_status(App& app, const Call& call, httplib::Response& response);

}  // namespace server
