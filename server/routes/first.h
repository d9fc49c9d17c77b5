// SPDX-License-Identifier: GPL-2.0-or-later
// first.h - /api/v1/first: the debut of what is searched for.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// docs/rest.md, "First mention".
void handle_first(App& app, const Call& call, httplib::Response& response);

}  // namespace server
