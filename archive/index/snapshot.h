// SPDX-License-Identifier: GPL-2.0-or-later
// snapshot.h - One published revision, open for reading: its segments and what they no longer show.
//
// Nothing in it ever changes. A server holds one snapshot a request and takes a new one when the
// manifest changes.
#pragma once

#include "archive/index/bitmap.h"
#include "archive/index/links.h"
#include "archive/index/manifest.h"
#include "archive/index/segment.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace archive {

/// An article's place in a snapshot.
struct Location {
    std::size_t segment = 0;
    Docid docid = 0;
    friend bool operator==(const Location&, const Location&) = default;
};

class Snapshot {
public:
    /// Opens the revision that INDEX/manifest.json names. Throws Failure: index_not_ready when
    /// there is no index, index_schema for one of another schema, index_damaged.
    static std::shared_ptr<const Snapshot> open(const std::string& index);

    /// The same for a manifest at hand.
    static std::shared_ptr<const Snapshot> open(const std::string& index, const Manifest& manifest);

    const Manifest& manifest() const { return manifest_; }
    std::size_t size() const { return segments_.size(); }
    const Segment& segment(std::size_t at) const { return *segments_[at]; }

    /// Documents that the revision shows: not replaced, not vanished.
    const Bitmap& live(std::size_t segment) const { return live_[segment]; }
    std::uint32_t live_count(std::size_t segment) const { return live_counts_[segment]; }
    std::uint32_t articles() const { return articles_; }

    /// What the articles of a segment are to others.
    const LinkColumns& links(std::size_t segment) const { return links_[segment]; }
    ArticleLink link(const Location& at) const { return links_[at.segment].link(at.docid); }

    /// The tables that links number; element 0 is none. Empty when there are no groups at all.
    std::span<const GroupRecord> stories() const { return stories_.values(); }
    std::span<const GroupRecord> events() const { return events_.values(); }

    /// How many articles the story of an article has that the revision shows, itself included.
    std::uint32_t in_its_story(const Location& at) const {
        const auto story = links_[at.segment].story(at.docid);
        return story == 0 ? 1 : stories()[story].articles;
    }

    /// The same of its event; 0 without one.
    std::uint32_t in_its_event(const Location& at) const {
        const auto event = links_[at.segment].event(at.docid);
        return event == 0 ? 0 : events()[event].articles;
    }

    /// Whether a machine replaced words of it, as far as it shows by itself or beside its story.
    bool altered(const Location& at) const {
        return (segment(at.segment).flags[at.docid] & segment_flags::altered) != 0
               || links_[at.segment].role(at.docid) == StoryRole::altered;
    }

    /// The live articles of a story or event, in no order; walks one column.
    std::vector<Location> in_story(GroupNumber story) const;
    std::vector<Location> in_event(GroupNumber event) const;

    /// Which segment Xapian is talking about when it hands a PostingSource its part of the
    /// database.
    std::size_t segment_of(const Xapian::Database& part) const;

    /// A live article by id. Throws Failure index_damaged.
    std::optional<Location> find(std::string_view id) const;

    /// Those of the articles that live, by id: what finding one after the other would say.
    std::unordered_map<std::string, Location> find_all(std::span<const std::string> ids) const;

private:
    Snapshot() = default;
    void open_links(const SegmentEntry& entry);
    void open_groups();

    Manifest manifest_;
    std::string folder_;
    std::vector<std::unique_ptr<Segment>> segments_;
    std::vector<Bitmap> live_;
    std::vector<std::uint32_t> live_counts_;
    std::vector<LinkColumns> links_;
    GroupTable stories_, events_;
    std::uint32_t articles_ = 0;
    std::map<std::string, std::size_t, std::less<>> by_uuid_;
};

}  // namespace archive
