// SPDX-License-Identifier: GPL-2.0-or-later
// story_revision.h - The stories of a revision in the making: which articles are versions of one
// text.
//
// A story is a set of articles that lead to each other by pairs that are one text (relation.h), so
// it does not depend on the order of files or runs: what a revision adds, changes or takes away is
// compared with everything it may be a version of, and a story that loses a member is put together
// anew from the rest. Its id does depend on history: it is that of the first article ever seen in
// it.
#pragma once

#include "archive/index/earlier_stories.h"
#include "archive/index/link_revision.h"
#include "archive/index/snapshot.h"
#include "archive/index/spool.h"
#include "indexer/stories/version_days.h"

#include <string>
#include <vector>

namespace indexer {

struct StoryRevision {
    const std::vector<archive::SpooledArticle>* articles =
        nullptr;  ///< new and changed ones, with the times they were added
    const archive::Spool* spool = nullptr;    ///< where they lie
    const archive::Snapshot* last = nullptr;  ///< the revision before; null when there is none
    std::vector<archive::Location>
        dead;  ///< places in it of articles that are replaced or no longer shown
    const archive::EarlierStories* earlier =
        nullptr;  ///< in a rebuild: of the index replaced; may be null
    unsigned jobs = 1;
};

struct LinkedStories {
    archive::LinksDraft links;  ///< events are those of the last revision
    std::vector<DayOfVersions> days;
};

/// Throws Failure.
LinkedStories link_stories(const StoryRevision& revision);

}  // namespace indexer
