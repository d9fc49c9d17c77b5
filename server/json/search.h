// SPDX-License-Identifier: GPL-2.0-or-later
// search.h - The answer of /api/v1/search.
#pragma once

#include "server/json/json_text.h"
#include "server/json/parts.h"

#include <optional>

namespace server {

/// `query`: how the typed text was read.
ordered_json query_json(const std::string& input, const archive::Receipt& receipt);

/// A value of a facet.
ordered_json facet_value_json(const archive::FacetValue& value);

/// A bin of a histogram.
ordered_json bin_json(const archive::HistogramBin& bin);

/// The bins of a histogram and what has no date; null without one.
ordered_json histogram_json(const std::optional<archive::HistogramResult>& histogram);

/// Writes the members up to `relax` into an object that was begun; the route adds what it alone
/// knows.
void write_search(JsonText& out, const archive::SearchRequest& request,
                  const archive::SearchResult& result);

/// The same as a tree.
ordered_json search_json(const archive::SearchRequest& request,
                         const archive::SearchResult& result);

}  // namespace server
