// SPDX-License-Identifier: GPL-2.0-or-later
// script_dates.h - The day of publication in the records that scripts of a page carry.
//
// Pages that are built in the reader's browser print no day in their source, but hold the record
// they are built from: <script type="application/json">{"publishedDate": "2019-03-12T08:15:00Z"}.
#pragma once

#include "archive/model/date.h"
#include "indexer/analysis/dates.h"
#include "indexer/extract/page_tree.h"

#include <optional>

namespace indexer {

/// The first value that calls itself a day of publication, when all that do name the same day: else
/// the scripts carry other articles too. Reads the first 4 MB of the scripts that the tree holds.
std::optional<archive::Date> day_in_scripts(const PageTree& page, const DateHints& hints);

}  // namespace indexer
