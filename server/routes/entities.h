// SPDX-License-Identifier: GPL-2.0-or-later
// entities.h - /api/v1/entities and /api/v1/entities/{id}: the people, organisations and places of
// a search, and one of them.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

void handle_entities(App& app, const Call& call, httplib::Response& response);

/// Fails with entity_not_found.
void handle_entity(App& app, const Call& call, httplib::Response& response);

}  // namespace server
