// SPDX-License-Identifier: GPL-2.0-or-later
// search_request.h - What is asked of a search, after parameters were read and before anything
// runs.
//
// Plain values. Every endpoint that takes search parameters fills the same request, so that list,
// facets, histogram, export, feed and totals cannot disagree.
#pragma once

#include "archive/index/schema.h"
#include "archive/model/date.h"
#include "archive/search/query.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace archive {

enum class Sort : std::uint8_t { relevance, newest, oldest, added, copies };
enum class Undated : std::uint8_t { exclude, include, only };
enum class BinUnit : std::uint8_t { none, automatic, year, month, week, day };
enum class Highlight : std::uint8_t { segments, html, none };

std::string_view name(Sort sort);
std::string_view name(BinUnit unit);

/// A filter given as a parameter: source=x, -source=x, certainty=stated. Same name: or; across
/// names: and.
struct ParameterFilter {
    std::string field;  ///< a field of the schema with `parameter` set
    std::string value;
    bool excluded = false;
    friend bool operator==(const ParameterFilter&, const ParameterFilter&) = default;
};

/// What facets count: a names column, or one of the columns that are no names.
enum class FacetKind : std::uint8_t {
    source,
    author,
    section,
    agency,
    lang,
    tag,
    person,
    org,
    place,
    year,
    month,
    certainty
};
std::string_view name(FacetKind kind);
std::optional<FacetKind> facet_named(std::string_view name);

struct SearchRequest {
    std::string q;                    ///< as typed
    std::optional<WrittenSpan> from;  ///< first day counts
    std::optional<WrittenSpan> to;    ///< last day counts
    DateBasis date_basis = DateBasis::published;
    Undated undated = Undated::exclude;
    std::vector<ParameterFilter> filters;
    std::string story, event;  ///< ids, or empty
    bool fold = true;          ///< one row a story
    std::optional<Sort> sort;  ///< none: relevance, or newest when nothing is searched for
    std::uint32_t limit = 20;
    std::uint32_t offset = 0;
    std::string cursor;  ///< opaque, from an earlier result
    std::vector<FacetKind> facets;
    std::uint32_t facet_limit = 10;
    std::string facet_prefix;  ///< /facets/{name} only: values whose folded form begins with it, or
                               ///< any word of them
    BinUnit histogram = BinUnit::none;
    Highlight highlight = Highlight::segments;
    bool strict = false;
    bool explain = false;
    DayNumber today = 0;  ///< the server's local day
    std::string lang;     ///< reserved for the query's language; the filter lang= is in `filters`
};

}  // namespace archive
