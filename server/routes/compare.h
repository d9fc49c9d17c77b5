// SPDX-License-Identifier: GPL-2.0-or-later
// compare.h - /api/v1/compare: what two articles share, and what only one of them says.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// Fails with article_not_found, naming left or right.
void handle_compare(App& app, const Call& call, httplib::Response& response);

}  // namespace server
