// SPDX-License-Identifier: GPL-2.0-or-later
// entity.h - The answers of /api/v1/entities: people, organisations and places.
#pragma once

#include "server/json/parts.h"

namespace server {

/// One of the list: what a row calls it, with both counts.
ordered_json counted_name_json(const archive::FacetResult& facet, const archive::FacetValue& name);

/// The members of one name but `index`.
ordered_json entity_json(const archive::EntityView& view);

}  // namespace server
