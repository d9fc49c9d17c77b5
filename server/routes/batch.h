// SPDX-License-Identifier: GPL-2.0-or-later
// batch.h - POST /api/v1/batch: many searches at once, one a line.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// docs/rest.md, "Batches". Another method than POST is refused with request_method.
void handle_batch(App& app, const Call& call, httplib::Response& response);

}  // namespace server
