// SPDX-License-Identifier: GPL-2.0-or-later
// export.h - /api/v1/export: every match of a search as a file, streamed.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// Takes a search and `format`; rows come in the order of the search, however many.
void handle_export(App& app, const Call& call, httplib::Response& response);

}  // namespace server
