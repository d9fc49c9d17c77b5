// SPDX-License-Identifier: GPL-2.0-or-later
// concordance.h - The answer of /api/v1/kwic.
#pragma once

#include "archive/search/concordance.h"
#include "server/json/parts.h"

namespace server {

/// The members that the concordance knows; the route adds what it alone knows.
ordered_json concordance_json(const archive::ConcordanceRequest& request,
                              const archive::Concordance& concordance);

}  // namespace server
