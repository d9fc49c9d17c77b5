// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes.h"

#include "server/routes/articles.h"
#include "server/routes/batch.h"
#include "server/routes/changes.h"
#include "server/routes/compare.h"
#include "server/routes/documents.h"
#include "server/routes/entities.h"
#include "server/routes/export.h"
#include "server/routes/facets.h"
#include "server/routes/feed.h"
#include "server/routes/first.h"
#include "server/routes/health.h"
#include "server/routes/kwic.h"
#include "server/routes/parse.h"
#include "server/routes/plain.h"
#include "server/routes/reports.h"
#include "server/routes/search.h"
#include "server/routes/similar.h"
#include "server/routes/stories.h"
#include "server/routes/suggest.h"
#include "server/routes/terms.h"
#include "server/routes/timeline.h"

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

    Route{"/api/v1/search", "search", handle_search, program,
          "Results with totals, facets, histogram and a way on where nothing was found",
          Pace::prompt, handle_plain_search},
    Route{"/api/v1/articles/{id}", "article", handle_article, program,
          "One article whole, with the marks of a search, or as a citation"},
    Route{"/api/v1/articles/{id}/similar", "similar", handle_similar, program,
          "Articles that speak of the same things, the most similar first"},
    Route{"/api/v1/stories/{id}", "story", handle_story, program,
          "The versions of one text, oldest first, and what each kept of the earliest"},
    Route{"/api/v1/compare", "compare", handle_compare, program,
          "Two articles side by side: paragraphs, words, names and figures that differ"},
    Route{"/api/v1/timeline", "timeline", handle_timeline, program,
          "Up to five queries over time, beside the archive itself"},
    Route{"/api/v1/kwic", "kwic", handle_kwic, program,
          "Every place that matched with the words around it, one a line"},
    Route{"/api/v1/terms", "terms", handle_terms, program,
          "Words that the result uses more than the rest of the archive"},
    Route{"/api/v1/first", "first", handle_first, program,
          "The earliest article with a stated date, and those after it"},
    Route{"/api/v1/facets/{name}", "facets", handle_facet, program,
          "The long list of one facet, searched and paged"},
    Route{"/api/v1/entities", "entities", handle_entities, program,
          "The people, organisations and places of a search, most articles first"},
    Route{"/api/v1/entities/{id}", "entity", handle_entity, program,
          "One name: what it is called, since when, beside whom, and what it is quoted with"},
    Route{"/api/v1/suggest", "suggest", handle_suggest, program,
          "Completions for what is being typed"},
    Route{"/api/v1/parse", "parse", handle_parse, program,
          "How a query is read, without running it"},
    Route{"/api/v1/export", "export", handle_export, program,
          "Every match of a search as a file, streamed", Pace::streamed},
    Route{"/api/v1/batch", "batch", handle_batch, program,
          "Many searches at once, one a line of the body", Pace::streamed},
    Route{"/api/v1/changes", "changes", handle_changes, program,
          "Which articles came, changed and went since a revision"},
    Route{"/api/v1/sources", "sources", handle_sources, program,
          "Every source: articles, span of dates, gaps, last added"},
    Route{"/api/v1/fields", "fields", handle_fields, program,
          "The fields that the query language, facets and help share"},
    Route{"/api/v1/status", "status", handle_status, program,
          "Counts, coverage by month, certainty of dates, last run, rejects, versions"},
    Route{"/feed.atom", "feed", handle_feed, program, "A search to follow, newest added first"},

    Route{"/", "page", handle_page, person, "The start page", Pace::prompt, handle_plain_search},
    Route{"/search", "page", handle_page, person, "Results", Pace::prompt, handle_plain_search},
    Route{"/articles/{id}", "page", handle_page, person, "One article", Pace::prompt,
          handle_plain_article},
    Route{"/compare", "page", handle_page, person, "Two versions of a story", Pace::prompt,
          handle_plain_compare},
    Route{"/timeline", "page", handle_page, person, "Trends of up to five queries"},
    Route{"/entities", "page", handle_page, person, "Names"},
    Route{"/entities/{id}", "page", handle_page, person, "One name"},
    Route{"/kwic", "page", handle_page, person, "Concordance"},
    Route{"/terms", "page", handle_page, person, "Over-represented words"},
    Route{"/first", "page", handle_page, person, "First mentions"},
    Route{"/sources", "page", handle_page, person, "Coverage"},
    Route{"/status", "page", handle_page, person, "Freshness"},
    Route{"/help", "page", handle_page, person, "The query language"},

    Route{"/plain/search", "plain", handle_plain_search, person, "Results without scripts",
          Pace::prompt, handle_plain_search},
    Route{"/plain/article", "plain", handle_plain_article, person, "One article without scripts",
          Pace::prompt, handle_plain_article},
    Route{"/plain/compare", "plain", handle_plain_compare, person, "Two articles without scripts",
          Pace::prompt, handle_plain_compare},
};

}  // namespace

std::span<const Route> routes() {
    return table;
}

}  // namespace server
