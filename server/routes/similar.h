// SPDX-License-Identifier: GPL-2.0-or-later
// similar.h - /api/v1/articles/{id}/similar: articles that speak of the same things.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// Fails with article_not_found.
void handle_similar(App& app, const Call& call, httplib::Response& response);

}  // namespace server
