// SPDX-License-Identifier: GPL-2.0-or-later
// links.h - Which story and which event each article of a segment belongs to, as of one revision.
//
// Segments never change, but a story gains versions, loses its earliest, or turns out to be the
// same as another. So what articles are to each other lies beside the segments, like tombstones:
// one file a segment, written anew by the revision that changes anything in it, and one table each
// of the stories and events that the numbers in it mean.
#pragma once

#include "archive/base/files.h"
#include "archive/index/bitmap.h"
#include "archive/index/columns.h"
#include "archive/index/identity.h"
#include "archive/model/story.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// Number of a story or an event: its place in the table. 0 is none.
using GroupNumber = std::uint32_t;

/// What one article is to others.
struct ArticleLink {
    GroupNumber story = 0;  ///< 0: alone, a story under its own id
    GroupNumber event = 0;  ///< 0: no other article of the event is known
    StoryRole role = StoryRole::only;

    friend bool operator==(const ArticleLink&, const ArticleLink&) = default;
};

/// A story or an event. Kept after it was merged into another or lost its articles, so that its id
/// still leads somewhere.
struct GroupRecord {
    IdBytes id{};                ///< of the first article ever seen in it
    std::int64_t since = 0;      ///< when that one was added, seconds since 1970
    std::uint32_t articles = 0;  ///< live ones; 0 when merged or gone
    GroupNumber into = 0;        ///< the group it was merged into, maybe merged itself; 0 if none

    std::string_view id_text() const { return {id.characters.data(), id.characters.size()}; }
    friend bool operator==(const GroupRecord&, const GroupRecord&) = default;
};
static_assert(sizeof(GroupRecord) == 32);

/// The links of a segment's articles, by docid. Empty when none has any.
class LinkColumns {
public:
    LinkColumns() = default;

    /// Throws Failure index_damaged unless the file is that of so many documents.
    LinkColumns(const std::string& path, std::uint32_t documents);

    bool empty() const { return stories_.empty(); }
    GroupNumber story(std::size_t docid) const { return empty() ? 0 : stories_[docid]; }
    /// Of the articles 64 * `word` to 64 * `word` + 63 those that are in a story.
    std::uint64_t in_stories(std::size_t word) const { return empty() ? 0 : in_stories_[word]; }
    /// Whether it is in a story; most are not, and bits stay in the nearest cache.
    bool in_story(Docid docid) const { return has_bit(in_stories_, docid); }
    GroupNumber event(std::size_t docid) const { return empty() ? 0 : events_[docid]; }
    StoryRole role(std::size_t docid) const {
        return empty() ? StoryRole::only : static_cast<StoryRole>(roles_[docid]);
    }
    /// Whether no number is beyond tables of so many groups, the zeroth included.
    bool fits(std::size_t stories, std::size_t events) const;

    /// Tells `sink` every document of a group, deleted ones too.
    template <typename Sink>
    void for_each_in_story(GroupNumber story, const Sink& sink) const {
        for_each_equal(stories_, story, sink);
    }
    template <typename Sink>
    void for_each_in_event(GroupNumber event, const Sink& sink) const {
        for_each_equal(events_, event, sink);
    }

    ArticleLink link(std::size_t docid) const { return {story(docid), event(docid), role(docid)}; }

    /// Lets memory fetch a link that is read soon.
    void fetch(Docid docid) const {
        if (empty()) return;
        __builtin_prefetch(&stories_[docid]);
        __builtin_prefetch(&events_[docid]);
        __builtin_prefetch(&roles_[docid]);
    }

private:
    template <typename Sink>
    static void for_each_equal(std::span<const GroupNumber> numbers, GroupNumber wanted,
                               const Sink& sink) {
        for (std::size_t docid = 1; docid < numbers.size(); ++docid) {
            if (numbers[docid] == wanted) sink(static_cast<Docid>(docid));
        }
    }

    Mapping file_;
    std::span<const GroupNumber> stories_, events_;
    std::span<const std::uint8_t> roles_;
    Bitmap in_stories_;
};

/// The file of a segment's links, by docid; element 0 belongs to nobody. Durable. Throws Failure.
FileStamp write_links(const std::string& path, const std::vector<ArticleLink>& links);

/// The groups by number; element 0 is none.
using GroupTable = Column<GroupRecord>;

/// The group that a number leads to when merges are followed; 0 when it has no articles.
GroupNumber final_group(std::span<const GroupRecord> groups, GroupNumber number);

/// The live group that an id leads to, the one of that id before what others of it were merged
/// into; 0 when there is none. Walks the table.
GroupNumber group_with_id(std::span<const GroupRecord> groups, std::string_view id);

}  // namespace archive
