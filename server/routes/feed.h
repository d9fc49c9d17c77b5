// SPDX-License-Identifier: GPL-2.0-or-later
// feed.h - /feed.atom: a search to follow, newest added first.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// Takes a search; `limit` is 50 unless given, `sort` is ignored.
void handle_feed(App& app, const Call& call, httplib::Response& response);

}  // namespace server
