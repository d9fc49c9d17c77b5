// SPDX-License-Identifier: GPL-2.0-or-later
// timeline.h - /api/v1/timeline: up to five queries over time, beside the archive itself.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// docs/rest.md, "Trends".
void handle_timeline(App& app, const Call& call, httplib::Response& response);

}  // namespace server
