// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/earlier_stories.h"

namespace archive {

EarlierStories earlier_stories(const Snapshot& snapshot) {
    EarlierStories earlier;
    const auto stories = snapshot.stories();
    for (std::size_t at = 0; at < snapshot.size(); ++at) {
        const auto& segment = snapshot.segment(at);
        const auto& links = snapshot.links(at);
        for (Docid docid = 1; !links.empty() && docid <= segment.facts().documents; ++docid) {
            const auto story = links.story(docid);
            if (story == 0 || !has_bit(snapshot.live(at), docid)) continue;
            earlier.of_article.place(segment.id(docid), {stories[story].id, stories[story].since});
        }
    }
    for (const auto& story : stories) {
        if (story.into == 0) continue;
        if (const auto target = final_group(stories, story.into); target != 0)
            earlier.merged.emplace_back(story.id, stories[target].id);
    }
    return earlier;
}

}  // namespace archive
