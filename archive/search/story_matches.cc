// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/story_matches.h"

namespace archive {

void StoryMatches::clear() {
    for (const auto story : met_) heads_[story] = 0;
    waiting_.clear();
    met_.clear();
}

}  // namespace archive
