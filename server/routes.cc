// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes.h"

#include "server/routes/documents.h"
#include "server/routes/health.h"

#include <array>

namespace server {
namespace {

using enum Audience;

constexpr std::array table{
    Route{"/healthz", "healthz", handle_healthz, operation, "Whether the process lives"},
    Route{"/readyz", "readyz", handle_readyz, operation, "Whether the index can be searched"},
    Route{"/metrics", "metrics", handle_metrics, operation, "Counters for Prometheus"},
    Route{"/openapi.json", "openapi", handle_openapi, program, "The description of this API"},
    Route{"/opensearch.xml", "opensearch", handle_opensearch, program,
          "The description for a browser's list of search engines"},

    Route{"/", "page", handle_page, person, "The start page"},
    Route{"/search", "page", handle_page, person, "Results"},
    Route{"/articles/{id}", "page", handle_page, person, "One article"},
    Route{"/compare", "page", handle_page, person, "Two versions of a story"},
    Route{"/timeline", "page", handle_page, person, "Trends of up to five queries"},
    Route{"/entities", "page", handle_page, person, "Names"},
    Route{"/entities/{id}", "page", handle_page, person, "One name"},
    Route{"/kwic", "page", handle_page, person, "Concordance"},
    Route{"/terms", "page", handle_page, person, "Over-represented words"},
    Route{"/first", "page", handle_page, person, "First mentions"},
    Route{"/sources", "page", handle_page, person, "Coverage"},
    Route{"/status", "page", handle_page, person, "Freshness"},
    Route{"/help", "page", handle_page, person, "The query language"},
};

}  // namespace

std::span<const Route> routes() {
    return table;
}

}  // namespace server
