// SPDX-License-Identifier: GPL-2.0-or-later
// kwic.h - /api/v1/kwic: every place that matched with the words around it.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// docs/rest.md, "Concordance".
void handle_kwic(App& app, const Call& call, httplib::Response& response);

}  // namespace server
