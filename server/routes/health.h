// SPDX-License-Identifier: GPL-2.0-or-later
// health.h - /healthz, /readyz and /metrics: what operators and their programs ask.
#pragma once

#include "server/call.h"

#include <httplib.h>

namespace server {

class App;

/// 200 while the process lives; touches no index.
void handle_healthz(App& app, const Call& call, httplib::Response& response);

/// 200 when a revision is open and a query worked on it; else 503 with the reason.
void handle_readyz(App& app, const Call& call, httplib::Response& response);

/// Counters in the text format of Prometheus.
void handle_metrics(App& app, const Call& call, httplib::Response& response);

}  // namespace server
