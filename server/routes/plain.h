// SPDX-License-Identifier: GPL-2.0-or-later
// plain.h - Pages without scripts: lists, articles and comparisons as HTML, by the searches of the
// API.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// docs/rest.md, "Pages without scripts".
void handle_plain_search(App& app, const Call& call, httplib::Response& response);

/// The same; the article is named by the parameter `id` or by the path.
void handle_plain_article(App& app, const Call& call, httplib::Response& response);

/// Two articles side by side.
void handle_plain_compare(App& app, const Call& call, httplib::Response& response);

}  // namespace server
