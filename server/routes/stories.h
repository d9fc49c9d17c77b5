// SPDX-License-Identifier: GPL-2.0-or-later
// stories.h - /api/v1/stories/{id}: the versions of one text, and what each kept of the earliest.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// Fails with story_not_found.
void handle_story(App& app, const Call& call, httplib::Response& response);

}  // namespace server
