// SPDX-License-Identifier: GPL-2.0-or-later
// changes.h - /api/v1/changes: which articles came, changed and went since a revision.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// docs/rest.md, "Changes". Fails with changes_too_old.
void handle_changes(App& app, const Call& call, httplib::Response& response);

}  // namespace server
