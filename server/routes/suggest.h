// SPDX-License-Identifier: GPL-2.0-or-later
// suggest.h - /api/v1/suggest: completions for what is being typed.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// Takes `prefix`, `types` and `limit`.
void handle_suggest(App& app, const Call& call, httplib::Response& response);

}  // namespace server
