// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/health.h"

#include "server/app.h"

#include <nlohmann/json.hpp>

namespace server {

using nlohmann::ordered_json;

void handle_healthz(App&, const Call&, httplib::Response& response) {
    response.set_header("Cache-Control", "no-store");
    answer(response, ordered_json{{"status", "ok"}});
}

void handle_readyz(App& app, const Call&, httplib::Response& response) {
    response.set_header("Cache-Control", "no-store");
    const auto held = app.snapshot();
    ordered_json body{{"status", held ? "ok" : "unavailable"}};
    // A newer revision that cannot be opened is no reason to stop serving the older one.
    if (const auto trouble = app.trouble()) {
        body["code"] = archive::name(trouble->code);
        body["reason"] = archive::sentence(*trouble);
    }
    answer(response, body);
    if (held) return;
    response.status = 503;
    response.set_header("Retry-After", "1");
}

void handle_metrics(App& app, const Call&, httplib::Response& response) {
    response.set_header("Cache-Control", "no-store");
    response.set_content(app.metrics().text(app.gauges()),
                         "text/plain; version=0.0.4; charset=utf-8");
}

}  // namespace server
