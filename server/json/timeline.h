// SPDX-License-Identifier: GPL-2.0-or-later
// timeline.h - The answer of /api/v1/timeline.
#pragma once

#include "archive/search/timeline.h"
#include "server/json/parts.h"

namespace server {

/// What `value` of a bin is.
struct BinValue {
    enum class Of { articles, stories };
    Of of = Of::articles;
    bool share = false;  ///< of the archive's count in the bin; null where the archive has none
};

/// All members but `index`.
ordered_json timeline_json(const archive::TimelineResult& timeline, const BinValue& value);

}  // namespace server
