// SPDX-License-Identifier: GPL-2.0-or-later
// terms.h - /api/v1/terms: words that the result uses and the rest does not.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// docs/rest.md, "Telling words".
void handle_terms(App& app, const Call& call, httplib::Response& response);

}  // namespace server
