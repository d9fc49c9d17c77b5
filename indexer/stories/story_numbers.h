// SPDX-License-Identifier: GPL-2.0-or-later
// story_numbers.h - Which number and id a story keeps when it grows, merges or falls apart.
//
// The id is that of the first article ever seen in the story. Of stories that turn out to be one
// the oldest id stays, and the others lead to it.
#pragma once

#include "archive/index/earlier_stories.h"
#include "archive/index/links.h"
#include "archive/index/snapshot.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// The table of stories of a revision in the making.
class StoryNumbers {
public:
    /// Goes on from the table of the last revision, null to begin one; in a rebuild with the
    /// stories of the index replaced, else null.
    StoryNumbers(const archive::Snapshot* last, const archive::EarlierStories* earlier);

    /// A story, or an article that was alone, on its way into a story.
    struct Constituent {
        std::int64_t since = 0;           ///< seconds since 1970
        archive::GroupNumber number = 0;  ///< 0: none yet
        bool undated = false;
        archive::DayNumber day = 0;
        std::string id;
        bool recalled = false;  ///< a story of an index that is being replaced
    };

    Constituent constituent(archive::GroupNumber number) const;
    std::string_view id(archive::GroupNumber number) const { return groups_[number].id_text(); }

    /// Adds the story that an article belonged to in an index that is being replaced. Whether there
    /// is any.
    bool recall(const std::string& article, std::vector<Constituent>& parts);

    /// The number of the story that these parts are now: that of the oldest, which may be a new
    /// one; the others lead to it. A new one is not named after an article whose name another story
    /// has, which went on without it.
    archive::GroupNumber number(const std::vector<Constituent>& parts);

    /// How many articles a story has now.
    void resize(archive::GroupNumber number, std::uint32_t articles) {
        groups_[number].articles = articles;
        if (articles == 0) names_.erase(groups_[number].id);
    }

    /// Ids that led to a story of the replaced index go on leading to it. After all numbers are
    /// given.
    void keep_merged();

    std::vector<archive::GroupRecord> table() && { return std::move(groups_); }

private:
    const Constituent& oldest(const std::vector<Constituent>& parts) const;
    archive::GroupNumber add(const Constituent& part, archive::GroupNumber into);

    const archive::EarlierStories* earlier_;
    std::vector<archive::GroupRecord> groups_;
    std::set<archive::IdBytes>
        names_;  ///< ids of the stories that have articles, or had in the index replaced
    std::map<archive::IdBytes, archive::GroupNumber> recalled_;  ///< earlier ids given a number
};

}  // namespace indexer
