// SPDX-License-Identifier: GPL-2.0-or-later
// filters.h - The lists beside the results: what else there is, each value a link.
#pragma once

#include "server/plain/html.h"
#include "server/plain/listed.h"

#include <array>

namespace server {

/// What a list page counts by, in the order shown.
inline constexpr std::array shown_facets{
    archive::FacetKind::source, archive::FacetKind::person,    archive::FacetKind::org,
    archive::FacetKind::place,  archive::FacetKind::section,   archive::FacetKind::author,
    archive::FacetKind::agency, archive::FacetKind::certainty, archive::FacetKind::lang};

/// One group a field. A value that is chosen is marked, and its link takes it away.
Html filters(const Listed& listed);

/// The matches by month or year, in a table that can be opened; each period leads to its articles.
Html over_time(const Listed& listed);

}  // namespace server
