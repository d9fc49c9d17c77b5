// SPDX-License-Identifier: GPL-2.0-or-later
// event_revision.h - The events of a revision in the making: which stories report one happening.
//
// Stories are joined pair by pair, the most alike first, as long as all of them lie within a few
// days: so a war is not one event. An undated article joins the reports it is most like, as one
// that may belong to them, and takes their day when its text names the weekday. What earlier
// revisions joined stays joined.
#pragma once

#include "archive/index/link_revision.h"
#include "archive/index/spool.h"
#include "indexer/stories/event_search.h"
#include "indexer/stories/story_revision.h"

#include <vector>

namespace indexer {

/// Puts the events of the revision into the links of its stories. `articles` are those of
/// `revision`. Returns the days found for undated ones and, for
/// `explain`, the pairs, whose numbers are places in `articles`. Throws Failure.
struct LinkedEvents {
    std::vector<DayOfVersions> days;
    std::vector<EventPair> pairs;
};
LinkedEvents link_events(const StoryRevision& revision, archive::LinksDraft& links);

}  // namespace indexer
