// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/search_request.h"

#include <algorithm>
#include <array>

namespace archive {

namespace {

constexpr std::array<std::string_view, 5> sort_names{"relevance", "newest", "oldest", "added",
                                                     "copies"};
constexpr std::array<std::string_view, 6> unit_names{"none",  "auto", "year",
                                                     "month", "week", "day"};
constexpr std::array<std::string_view, 12> facet_names{"source", "author", "section", "agency",
                                                       "lang",   "tag",    "person",  "org",
                                                       "place",  "year",   "month",   "certainty"};

}  // namespace

std::string_view name(Sort sort) {
    return sort_names[static_cast<std::size_t>(sort)];
}

std::string_view name(BinUnit unit) {
    return unit_names[static_cast<std::size_t>(unit)];
}

std::string_view name(FacetKind kind) {
    return facet_names[static_cast<std::size_t>(kind)];
}

std::optional<FacetKind> facet_named(std::string_view name) {
    const auto found = std::find(facet_names.begin(), facet_names.end(), name);
    if (found == facet_names.end()) return std::nullopt;
    return static_cast<FacetKind>(found - facet_names.begin());
}

}  // namespace archive
