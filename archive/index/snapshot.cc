// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/snapshot.h"

#include "archive/base/error.h"

#include <bit>
#include <cstring>

namespace archive {

namespace {

/// The live documents of a segment: all but those of its tombstones.
Bitmap live_documents(const std::string& folder, const SegmentEntry& entry) {
    Bitmap live = bitmap_for(entry.documents);
    for (Docid docid = 1; docid <= entry.documents; ++docid) set_bit(live, docid);
    if (!entry.tombstones) return live;
    const std::string path = folder + "/" + entry.tombstones->path;
    const std::string bytes = read_whole_file(path);
    if (bytes.size() != live.size() * sizeof(std::uint64_t)
        || checksum_of(bytes) != entry.tombstones->stamp.checksum) {
        throw Failure(ErrorCode::index_damaged, "is not what was written", path);
    }
    for (std::size_t i = 0; i < live.size(); ++i) {
        std::uint64_t dead = 0;
        std::memcpy(&dead, bytes.data() + i * sizeof dead, sizeof dead);
        live[i] &= ~dead;
    }
    return live;
}

}  // namespace

std::shared_ptr<const Snapshot> Snapshot::open(const std::string& index) {
    auto manifest = read_manifest(index);
    if (!manifest) throw Failure(manifest.error());
    return open(index, *manifest);
}

std::shared_ptr<const Snapshot> Snapshot::open(const std::string& index, const Manifest& manifest) {
    const std::shared_ptr<Snapshot> snapshot(new Snapshot);
    snapshot->manifest_ = manifest;
    snapshot->folder_ = index;
    for (const auto& entry : manifest.segments) {
        const std::string folder = index + "/" + segment_folder(entry.name);
        const std::string facts = folder + "/segment.json";
        try {
            if (checksum_of(read_whole_file(facts)) != entry.facts.checksum) {
                throw Failure(ErrorCode::index_damaged, "is not what was written", facts);
            }
            snapshot->segments_.push_back(std::make_unique<Segment>(folder));
            snapshot->live_.push_back(live_documents(index, entry));
            snapshot->open_links(entry);
        } catch (const Failure& failure) {  // a file that is missing is damage too
            throw Failure(ErrorCode::index_damaged, failure.error().message, failure.error().where);
        }
        const auto& segment = *snapshot->segments_.back();
        if (segment.facts().documents != entry.documents) {
            throw Failure(ErrorCode::index_damaged, "counts other articles than the manifest",
                          facts);
        }
        const auto live = count_bits(snapshot->live_.back());
        snapshot->live_counts_.push_back(live);
        snapshot->articles_ += live;
        if (!snapshot->by_uuid_.emplace(segment.postings_uuid(), snapshot->by_uuid_.size())
                 .second) {
            throw Failure(ErrorCode::index_damaged, "is a copy of another segment", folder);
        }
    }
    snapshot->open_groups();
    return snapshot;
}

void Snapshot::open_links(const SegmentEntry& entry) {
    links_.push_back(entry.links ? LinkColumns(folder_ + "/" + entry.links->path, entry.documents)
                                 : LinkColumns());
}

void Snapshot::open_groups() {
    try {
        if (manifest_.stories) stories_ = GroupTable(folder_ + "/" + manifest_.stories->path);
        if (manifest_.events) events_ = GroupTable(folder_ + "/" + manifest_.events->path);
    } catch (const Failure& failure) {
        throw Failure(ErrorCode::index_damaged, failure.error().message, failure.error().where);
    }
    for (std::size_t at = 0; at < size(); ++at) {
        if (!links_[at].fits(stories().size(), events().size())) {
            throw Failure(ErrorCode::index_damaged, "links articles to groups that do not exist",
                          folder_ + "/" + manifest_.segments[at].links->path);
        }
    }
}

std::vector<Location> Snapshot::in_story(GroupNumber story) const {
    std::vector<Location> members;
    for (std::size_t at = 0; at < size(); ++at) {
        links_[at].for_each_in_story(story, [&](Docid docid) {
            if (has_bit(live_[at], docid)) members.push_back({at, docid});
        });
    }
    return members;
}

std::vector<Location> Snapshot::in_event(GroupNumber event) const {
    std::vector<Location> members;
    for (std::size_t at = 0; at < size(); ++at) {
        links_[at].for_each_in_event(event, [&](Docid docid) {
            if (has_bit(live_[at], docid)) members.push_back({at, docid});
        });
    }
    return members;
}

std::size_t Snapshot::segment_of(const Xapian::Database& part) const {
    const auto found = by_uuid_.find(part.get_uuid());
    if (found == by_uuid_.end())
        throw Failure(ErrorCode::internal, "a database is part of no segment");
    return found->second;
}

std::optional<Location> Snapshot::find(std::string_view id) const {
    for (std::size_t at = segments_.size(); at-- > 0;) {
        const auto docid = segments_[at]->find(id);
        if (docid && has_bit(live_[at], *docid)) return Location{at, *docid};
    }
    return std::nullopt;
}

std::unordered_map<std::string, Location> Snapshot::find_all(
    std::span<const std::string> ids) const {
    std::unordered_map<std::string, Location> found;
    for (std::size_t at = segments_.size(); at-- > 0;) {
        if (found.size() == ids.size()) break;
        for (const auto& id : ids) {
            const auto docid = segments_[at]->find(id);
            if (docid && has_bit(live_[at], *docid)) found.try_emplace(id, Location{at, *docid});
        }
    }
    return found;
}

}  // namespace archive
