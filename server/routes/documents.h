// SPDX-License-Identifier: GPL-2.0-or-later
// documents.h - The page, and the documents by which browsers and programs find the rest.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// index.html, for every address that the page itself makes sense of.
void handle_page(App& app, const Call& call, httplib::Response& response);

/// docs/openapi.json.
void handle_openapi(App& app, const Call& call, httplib::Response& response);

/// The description by which a browser adds the archive to its search engines. Carries the origin
/// that the client used.
void handle_opensearch(App& app, const Call& call, httplib::Response& response);

}  // namespace server
