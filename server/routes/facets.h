// SPDX-License-Identifier: GPL-2.0-or-later
// facets.h - /api/v1/facets/{name}: the long list of one facet, searched and paged.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// Takes a search beside `prefix`, `limit` and `cursor`, which here speak of the values.
void handle_facet(App& app, const Call& call, httplib::Response& response);

}  // namespace server
