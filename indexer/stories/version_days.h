// SPDX-License-Identifier: GPL-2.0-or-later
// version_days.h - Days that an undated article has from the other versions of its text.
#pragma once

#include "archive/index/identity.h"
#include "archive/index/spool.h"
#include "archive/model/date.h"

#include <vector>

namespace indexer {

/// What the versions of an undated article say of its day.
struct DayOfVersions {
    archive::IdBytes id;  ///< of an article at hand
    archive::Date date;
};

/// Gives undated articles the days found for them, in the spool. Throws Failure.
void date_by_versions(const std::vector<DayOfVersions>& days,
                      std::vector<archive::SpooledArticle>& articles, archive::Spool& spool);

}  // namespace indexer
