// SPDX-License-Identifier: GPL-2.0-or-later
// articles.h - /api/v1/articles/{id}: one article whole, with the marks of a search, or as a
// citation.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// Fails with article_not_found.
void handle_article(App& app, const Call& call, httplib::Response& response);

}  // namespace server
