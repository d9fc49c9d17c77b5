// SPDX-License-Identifier: GPL-2.0-or-later
// search.h - /api/v1/search: results with everything a page shows around them.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// docs/rest.md, "Search".
void handle_search(App& app, const Call& call, httplib::Response& response);

}  // namespace server
