// SPDX-License-Identifier: GPL-2.0-or-later
// parse.h - /api/v1/parse: how a query is read; runs nothing.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// Takes a search, of which only `q` and `strict` count.
void handle_parse(App& app, const Call& call, httplib::Response& response);

}  // namespace server
